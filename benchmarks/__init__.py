"""Benchmarks: how long the library takes, beside plain docxtpl on the same work."""
