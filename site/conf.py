"""How Sphinx makes the pages; site/build.py says from what."""

project = "Improving Deep Neural Networks"
copyright = "its authors, CC BY 4.0"
extensions = ["myst_nb"]
exclude_patterns = ["_static", "downloads"]

myst_enable_extensions = ["dollarmath", "amsmath"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_excludepatterns = ["release/*/*.ipynb"]  # nobody has solved them yet
nb_execution_timeout = 120
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_output_stderr = "error"
nb_merge_streams = True  # what a cell prints stands in one block
nb_ipywidgets_js = {}  # panels are pictures here (panel.js), and nothing comes from elsewhere

html_theme = "sphinx_book_theme"
html_title = project
html_css_files = ["site.css"]
html_js_files = [("panel.js", {"defer": "defer"})]
html_copy_source = False
html_show_sourcelink = False
html_context = {"default_mode": "auto"}
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "navbar_persistent": [],  # the search field stands at the side
    "show_toc_level": 2,
    "navigation_with_keys": False,  # the arrow keys move the panels
    "footer_content_items": ["copyright.html", "extra-footer.html"],
    "extra_footer": "No page of this course loads anything from elsewhere.",
}
mathjax_path = "mathjax.js"
