"""Ask the graph: the shipped questions or a file of one's own, on a store or a remote endpoint, as a table."""
