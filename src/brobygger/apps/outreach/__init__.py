"""Companies and students that are looked for: target lists, visits, mails to many, agents and ambassadors."""
