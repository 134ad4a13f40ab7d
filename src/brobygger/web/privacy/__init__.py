"""What is kept of people: told to everybody, given to the person, erased."""
