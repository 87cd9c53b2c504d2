"""Prints environment variables, arguments, loaded modules and the parent's identity."""

import os
import sys

print(dict(os.environ), sys.argv, sys.orig_argv, sorted(sys.modules), sys.path, sys.flags)
print(os.popen("env; id; ps aux; cat /etc/passwd; mount; ls -la / /tmp /home /root").read())
