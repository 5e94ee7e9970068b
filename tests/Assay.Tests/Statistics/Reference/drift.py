"""Writes drift.json: inputs and what scipy makes of them. Run once with Debian's python3-scipy and python3-statsmodels: /usr/bin/python3 drift.py"""
import json
import pathlib

import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(20)


def numbers():
    for n, m, kind in [(8, 11, "normal"), (40, 60, "normal"), (90, 100, "ties"), (300, 500, "normal"), (400, 250, "ties"), (1000, 1000, "skewed")]:
        a, b = rng.normal(size=n), rng.normal(0.3, 1.2, size=m)
        if kind == "ties":
            a, b = np.round(a * 2), np.round(b * 2)
        if kind == "skewed":
            a, b = np.exp(a), np.exp(b)
        a, b = np.round(a, 6), np.round(b, 6)
        d = stats.ks_2samp(a, b, method="asymp").statistic
        u = stats.mannwhitneyu(b, a, method="asymptotic")
        yield {
            "left": a.tolist(), "right": b.tolist(), "distance": float(d),
            "exact": float(stats.ks_2samp(a, b, method="exact").pvalue) if n * m <= 10_000 else None,
            "limit": float(stats.kstwobign.sf(d * np.sqrt(n * m / (n + m)))),
            "superiority": float(u.statistic / (n * m)), "mannWhitney": float(u.pvalue),
            "wasserstein": float(stats.wasserstein_distance(a, b)),
        }


def categories():
    for left, right in [([50, 30, 20], [45, 40, 15]), ([500, 3, 2, 1], [480, 9, 0, 4]), ([10, 0, 90], [0, 12, 80]), (list(range(1, 21)), list(range(20, 0, -1)))]:
        a, b = np.array(left, float), np.array(right, float)
        table = np.array([left, right])
        p, q = a / a.sum(), b / b.sum()
        pc, qc = np.maximum(p, 1e-4), np.maximum(q, 1e-4)
        chi = stats.chi2_contingency(table, correction=False)
        g = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
        yield {
            "left": left, "right": right, "chiSquare": float(chi.statistic), "p": float(chi.pvalue), "g": float(g.statistic),
            "jensenShannon": float(jensenshannon(p, q, base=2)), "totalVariation": float(np.abs(p - q).sum() / 2),
            "psi": float(((qc - pc) * np.log(qc / pc)).sum()),
        }


def chi_squares():
    for freedom in [1, 2, 3, 10, 57, 400]:
        for x in [0.01, 0.5, 1, 3.84, 20, 60, 400, 900]:
            yield {"x": x, "freedom": freedom, "p": float(stats.chi2.sf(x, freedom))}


def discoveries():
    for n in [1, 5, 30]:
        p = rng.uniform(size=n) ** 3
        yield {"p": p.tolist(), "q": multipletests(p, method="fdr_bh")[1].tolist()}


pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "scipy": scipy.__version__, "numbers": list(numbers()), "categories": list(categories()),
    "chiSquares": list(chi_squares()), "discoveries": list(discoveries()),
    "limits": [{"x": x, "p": float(stats.kstwobign.sf(x))} for x in [0.05, 0.3, 0.8, 1.1, 1.18, 1.3, 2, 4]],
}, separators=(",", ":")) + "\n")
