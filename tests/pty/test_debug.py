import os
from random import Random
from tests.pty import test_typing_ahead as m
def test_dbg(start, stored, database):
    seed=int(os.environ["SEED"]); count=int(os.environ["C"])
    m.check_burst(start, stored, database, seed, count)
