"""What the commands of the benchmarks share. Needs nothing but Python's standard library."""
