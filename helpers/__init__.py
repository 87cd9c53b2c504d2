"""What the course's notebooks import: data, a small network, training, figures and checks."""
