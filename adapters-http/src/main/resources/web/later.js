// Fetches the parts of a page that take longer than the page itself. Without this script a link leads to them.
(() => {
  "use strict";

  const fetchPart = async (place) => {
    const from = place.dataset.later;
    delete place.dataset.later;
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(from, {
        headers: { Accept: "text/html" },
        credentials: "same-origin",
        cache: "no-store",
      });
      // Signed out meanwhile: let the server say so.
      if (answer.status === 401) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser()
        .parseFromString(await answer.text(), "text/html")
        .querySelector(`[data-part="${place.dataset.part}"]`);
      if (!fresh) throw new Error("no such part");
      delete fresh.dataset.later;
      place.replaceWith(document.adoptNode(fresh));
    } catch {
      // What is there stays, and so does its link.
      place.removeAttribute("aria-busy");
    }
  };

  const look = () => document.querySelectorAll("[data-later]").forEach(fetchPart);

  // The report may be swapped for a newer one at any time.
  new MutationObserver(look).observe(document.querySelector("main"), { childList: true, subtree: true });
  look();
})();
