"""What a check can demand of one subject: of mini-batches, dropout, a data set, a training loop, ..."""
