(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const data = JSON.parse(one("chart-data").textContent);
  const count = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, notation: "compact" });

  // Charts are drawn when they come into view: a wide table has thousands.
  const histogram = (column, width, small) => {
    const [low, high] = [column.bins[0][0], column.bins[column.bins.length - 1][1]];
    const narrow = (high - low) / Math.max(Math.abs(low), Math.abs(high)) < 0.1; // 100,100 to 100,500: short labels would all be 100K
    return Plot.plot({
      width, height: small ? 34 : 190, marginTop: small ? 0 : 12, marginRight: small ? 0 : 20, marginLeft: small ? 0 : 44, marginBottom: small ? 0 : 28,
      ariaLabel: `Distribution of ${column.name}`,
      x: { axis: small ? null : "bottom", label: null, tickFormat: (v) => (narrow ? v.toLocaleString("en") : count.format(v)), ticks: narrow ? 3 : 5 },
      y: { axis: small ? null : "left", label: null, grid: !small, tickFormat: (v) => count.format(v), ticks: 4, tickSize: 0 },
      marks: [
        Plot.rectY(column.bins, {
          x1: (b) => b[0], x2: (b) => b[1], y1: 0, y2: (b) => b[2], fill: "var(--chart)", insetLeft: 0.5, insetRight: 0.5,
          title: small ? undefined : (b) => `${b[0]} to ${b[1]}: ${b[2]} rows`,
        }),
        Plot.ruleY([0], { stroke: "var(--line)" }),
      ],
    });
  };

  const values = (column, width, small) =>
    Plot.plot({
      width, height: small ? 34 : 22 * column.values.length + 8, margin: 0, marginLeft: small ? 0 : Math.min(190, width / 2), marginRight: small ? 0 : 48,
      ariaLabel: `Most frequent values of ${column.name}`,
      x: { axis: null, domain: [0, Math.max(1, ...column.values.map((v) => v[1]), column.rows / 5)] },
      y: { axis: null, domain: column.values.map((_, i) => i), padding: small ? 0.15 : 0.25 },
      marks: [
        Plot.barX(column.values, { x1: 0, x2: (v) => v[1], y: (_, i) => i, fill: "var(--chart)", rx: small ? 0 : 2 }),
        ...(small ? [] : [
          Plot.text(column.values, { x: 0, y: (_, i) => i, text: (v) => v[0], textAnchor: "end", dx: -8, fill: "var(--ink)" }),
          Plot.text(column.values, { x: (v) => v[1], y: (_, i) => i, text: (v) => count.format(v[1]), textAnchor: "start", dx: 6, fill: "var(--soft)" }),
        ]),
      ],
    });

  const heat = () => {
    const { names, pairs } = data.associations;
    const cells = pairs.flatMap(([a, b, strength]) => [{ a, b, strength }, { a: b, b: a, strength }]);
    const side = Math.max(26, Math.min(56, 520 / names.length));
    const dark = (s) => Math.abs(s) > 0.55;
    return Plot.plot({
      width: side * names.length + 160, height: side * names.length + 90, margin: 0, marginLeft: 150, marginTop: 80, marginRight: 10, padding: 0.06,
      ariaLabel: "Strength of association between columns",
      x: { axis: "top", domain: names.map((_, i) => i), tickFormat: (i) => names[i], tickRotate: -40, tickSize: 0, label: null },
      y: { axis: "left", domain: names.map((_, i) => i), tickFormat: (i) => names[i], tickSize: 0, label: null },
      marks: [
        Plot.cell(cells, { x: "a", y: "b", rx: 3, fill: "var(--heat-high)", fillOpacity: (c) => 0.05 + 0.95 * Math.min(1, Math.abs(c.strength)), title: (c) => `${names[c.a]} and ${names[c.b]}: ${c.strength}` }),
        ...(side < 34 ? [] : [Plot.text(cells, { x: "a", y: "b", text: (c) => c.strength.toFixed(2), fill: (c) => (dark(c.strength) ? "var(--card)" : "var(--ink)") })]),
      ],
      opacity: { type: "identity" },
    });
  };

  const draw = (place) => {
    if (place.dataset.drawn) return;
    const small = place.classList.contains("spark");
    const width = Math.max(60, Math.round(place.getBoundingClientRect().width) || 400);
    const column = data.columns[place.dataset.chart];
    if (!place.dataset.heat && !(column?.bins?.length || column?.values)) return;
    place.dataset.drawn = "1";
    const svg = place.dataset.heat ? heat() : column.bins?.length ? histogram(column, width, small) : values(column, width, small);
    // To a screen reader the chart is one picture with one name; its parts have none.
    svg.setAttribute("role", "img");
    all("[aria-label], [aria-description]", svg).forEach((part) => { part.removeAttribute("aria-label"); part.removeAttribute("aria-description"); });
    place.append(svg);
  };
  const places = all("[data-chart], [data-heat]");
  const seen = new IntersectionObserver((entries) => entries.filter((e) => e.isIntersecting).forEach((e) => { seen.unobserve(e.target); draw(e.target); }), { rootMargin: "200px" });
  places.forEach((place) => seen.observe(place));

  // Findings: search, severity, dimension.
  const form = one("filters");
  const findings = all("details.finding");
  if (form) {
    form.hidden = false;
    const texts = new Map(findings.map((f) => [f, f.querySelector("summary").textContent.toLowerCase()]));
    const filter = () => {
      const text = form.elements.text.value.trim().toLowerCase();
      const severities = new Set(all("input[name=severity]:checked", form).map((box) => box.value));
      const dimension = form.elements.dimension.value;
      let shown = 0;
      for (const finding of findings) {
        const fits = severities.has(finding.dataset.severity) && (!dimension || finding.dataset.dimension === dimension) && texts.get(finding).includes(text);
        finding.hidden = !fits;
        shown += fits;
      }
      one("shown").textContent = shown === findings.length ? `${shown} findings` : `${shown} of ${findings.length} findings`;
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    one("expand").addEventListener("click", (event) => {
      const open = event.target.getAttribute("aria-pressed") !== "true";
      event.target.setAttribute("aria-pressed", open);
      event.target.textContent = open ? "Collapse all" : "Expand all";
      findings.forEach((finding) => { finding.open = open; });
    });
    filter();
  }

  // A link to a finding or a column opens it.
  const reveal = () => {
    const target = location.hash.length > 1 && one(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.tagName !== "DETAILS") return;
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Paper has everything.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    closed.forEach((details) => { details.open = true; });
    places.forEach(draw);
  });
  addEventListener("afterprint", () => { closed.forEach((details) => { details.open = false; }); });

  // The theme follows the system until a person chooses; a page opened from a folder may have no storage.
  const button = one("theme");
  const themes = ["system", "light", "dark"];
  const store = { get: () => { try { return localStorage.getItem("assay-theme"); } catch { return null; } }, set: (v) => { try { localStorage.setItem("assay-theme", v); } catch { /* not kept */ } } };
  const choose = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = `Theme: ${theme}`;
    button.dataset.theme = theme;
  };
  button.hidden = false;
  choose(themes.includes(store.get()) ? store.get() : "system");
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(button.dataset.theme) + 1) % themes.length];
    choose(next);
    store.set(next);
  });
})();
