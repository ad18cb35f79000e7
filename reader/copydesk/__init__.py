"""The copy desk: an edition's file on it, what proofreading finds in it, and what is done about that."""
