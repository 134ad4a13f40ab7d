"""Help with CVs and applications, and the tracks of an intake: pages of candidates and of those who help."""
