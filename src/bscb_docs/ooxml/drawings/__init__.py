"""What is drawn of a board's records: charts, columns and diagrams, in the look of the house, told in words too."""
