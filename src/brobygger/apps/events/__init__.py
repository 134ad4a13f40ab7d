"""Meetings of people at a place and a time: series, registration, the door, and evenings of short talks."""
