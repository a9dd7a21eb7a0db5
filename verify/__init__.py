"""Does it hold: certificates, the independent checker and the command line."""
