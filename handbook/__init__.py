"""What reads, runs and renders the handbook; MkDocs, make and the tests call it."""
