// Panels without a kernel: each value of the controls has a frame that was drawn beforehand.
for (const panel of document.querySelectorAll("figure.panel")) {
  const picture = panel.querySelector("img");
  const frames = JSON.parse(panel.dataset.frames);
  const controls = [...panel.querySelectorAll("fieldset")];
  const position = (control) => {
    const range = control.querySelector("input[type=range]");
    return range ? Number(range.value) : [...control.querySelectorAll("input")].findIndex((one) => one.checked);
  };
  const follow = () => {
    let index = 0;
    for (const control of controls) {
      const texts = JSON.parse(control.dataset.texts);
      index = index * texts.length + position(control);
      const range = control.querySelector("input[type=range]");
      if (range) {
        range.setAttribute("aria-valuetext", texts[range.value]);
        control.querySelector("output").textContent = texts[range.value];
      }
    }
    [picture.src, picture.alt] = frames[index];
  };
  panel.addEventListener("input", follow);
  panel.addEventListener("pointerenter", () => frames.forEach(([source]) => (new Image().src = source)), { once: true });
}
