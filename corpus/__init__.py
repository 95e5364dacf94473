"""Sample reports with their exact truth, and the programs that make them. All of it is invented: DATA SIMULASI."""
