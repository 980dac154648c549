/// A page like one of the web app: builds whole figures by themselves, and takes them off again.

import { mountFramed } from "../../figures/frame";
import { examples } from "../../gallery/examples";

const mounted = examples("it").map((data) => {
  const place = document.createElement("section");
  place.className = "figure-frame";
  document.querySelector("main")?.append(place);
  return mountFramed(place, data, "it");
});
Object.assign(window, { disposeAll: () => mounted.forEach((one) => one.dispose()) });
