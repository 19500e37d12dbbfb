// The same page set by docxtemplater or carbone, a whole process: node node_ways.js WAY TEMPLATE PAGE.json OUT
"use strict";

const fs = require("fs");

const [way, template, page, out] = process.argv.slice(2);
const data = JSON.parse(fs.readFileSync(page, "utf8"));

if (way === "docxtemplater") {
  const Docxtemplater = require("docxtemplater");
  const PizZip = require("pizzip");
  const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { paragraphLoop: true });
  document.render(data);
  fs.writeFileSync(out, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
} else {
  require("carbone").render(template, data, (fault, result) => {
    if (fault) throw fault;
    fs.writeFileSync(out, result);
  });
}
