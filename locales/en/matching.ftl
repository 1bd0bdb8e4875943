match-unsolved = The matching failed or took too long. Nothing was changed; please try again.
