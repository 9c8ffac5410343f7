"""The guide: situation to rules to advice; ration, budget and recovery."""
