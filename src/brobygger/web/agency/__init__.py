"""Pages of a booking agency: the companies that it calls, and nothing else."""
