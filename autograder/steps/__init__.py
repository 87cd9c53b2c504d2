"""What nbgrader calls by the names in nbgrader_config.py; nothing else imports it."""
