// The marks that the report draws, and nothing else, so that the rest of the library is left out.
export { axisX, axisY, barX, cell, gridX, plot, rectY, ruleX, ruleY, text } from "@observablehq/plot";
