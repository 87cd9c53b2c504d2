"""nbgrader's settings for everybody in the hub: the exchange that all accounts share."""

c = get_config()  # noqa: F821 - nbgrader provides it

c.Exchange.root = "/srv/exchange"
