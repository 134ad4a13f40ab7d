"""Agreements about places, and how the placements go."""
