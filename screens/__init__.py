"""All that the lifter meets: the command line and the Textual app."""
