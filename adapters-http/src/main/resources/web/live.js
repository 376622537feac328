// Keeps the report current while sources are importing. Without this script a <meta> refresh does the same, less gently.
(() => {
  "use strict";
  const soon = 1500;
  const seldom = 10000; // nothing new for a while
  const troubled = 30000; // the server does not answer

  const live = () => document.querySelector("[data-live]");
  let wait = soon;
  let events = null; // while the server tells us, we need not ask
  let looking = false;
  let watch = 0;

  const parts = (root) => [...root.querySelectorAll("[data-part]")];

  // Swaps only the parts that changed, so that reading, selecting and scrolling are not disturbed.
  const swap = (fresh) => {
    const current = live();
    const before = parts(current);
    const after = parts(fresh);
    const sameShape =
      before.length === after.length && before.every((part, i) => part.dataset.part === after[i].dataset.part);
    // What was fetched later stays for as long as it is about the same history.
    const same = (a, b) => a.isEqualNode(b) || (b.dataset.later && a.dataset.version === b.dataset.version);
    const changed = sameShape ? before.map((part, i) => [part, after[i]]).filter(([a, b]) => !same(a, b)) : [];
    if (sameShape) {
      changed.forEach(([old, part]) => old.replaceWith(part));
      current.dataset.live = fresh.dataset.live;
    } else {
      current.replaceWith(fresh);
    }
    // A bar that was swapped goes on from where its predecessor was.
    live().getAnimations({ subtree: true }).forEach((animation) => (animation.startTime = 0));
    return !sameShape || changed.length > 0;
  };

  const say = () => {
    const done = live().dataset.live === "done";
    const place = document.querySelector("[data-said]");
    if (place && done) place.textContent = live().querySelector('[data-part="summary"]').textContent;
    return done;
  };

  const look = async () => {
    if (looking) return;
    if (document.hidden && !events) return again();
    looking = true;
    try {
      const answer = await fetch(live().dataset.liveFrom, {
        headers: { Accept: "text/html" },
        credentials: "same-origin",
        cache: "no-store",
      });
      // Signed out meanwhile: let the server say so.
      if (answer.redirected || answer.status === 401 || answer.status === 403) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
      if (!fresh) throw new Error("no fragment");
      wait = swap(document.adoptNode(fresh)) ? soon : Math.min(wait * 1.25, seldom);
      if (!say()) again();
    } catch {
      wait = Math.min(wait * 2, troubled);
      again();
    } finally {
      looking = false;
    }
  };

  const again = () => {
    if (!events) setTimeout(look, wait);
  };

  const leave = () => {
    clearTimeout(watch);
    if (events) events.close();
    events = null;
  };

  // Whatever keeps events away (an old browser, a proxy that holds them back, too many tabs), asking goes on without them.
  const silence = (patience) => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      leave();
      again();
    }, patience);
  };

  const listen = () => {
    if (!window.EventSource) return again();
    events = new EventSource("/report/events");
    silence(5000);
    events.addEventListener("progress", (event) => {
      silence(40000);
      const { done, total } = JSON.parse(event.data);
      const bar = document.querySelector('progress[data-part="progress"]');
      if (bar && total > 1) {
        bar.max = total;
        bar.value = done;
      }
      look();
    });
    events.addEventListener("done", () => {
      leave();
      look();
    });
    events.onerror = () => {
      leave();
      again();
    };
  };

  if (live() && live().dataset.live !== "done") listen();
})();
