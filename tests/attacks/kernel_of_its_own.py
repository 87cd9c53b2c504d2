"""Names a kernel, a language and a format of its own in the notebook's metadata."""


def tamper(notebook, folder):
    kernel = {"name": "../../evil", "display_name": "\x1b[2J", "language": "bash", "argv": ["sh", "-c", "id"]}
    notebook.metadata["kernelspec"] = kernel
    notebook.metadata["language_info"] = {
        "name": "bash",
        "pygments_lexer": "</script>",
        "file_extension": ".sh",
    }
    notebook.metadata["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"state": {"x": "</script>"}}
    }
