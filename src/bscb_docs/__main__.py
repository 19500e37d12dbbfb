"""`python -m bscb_docs`: the command, for a machine whose PATH does not hold it."""

from bscb_docs.cli import main

main(prog_name="bscb-docs")
