const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// day says a date as exactly as it is known: "25 September 2020", "September 2020".
function day(date, short) {
  if (!date) return "no date";
  const [year, month, d] = date.split("-");
  const name = month && (short ? months[month - 1].slice(0, 3) : months[month - 1]);
  return [d && String(Number(d)), name, year].filter(Boolean).join(" ");
}

// count says "1 event", "2 events"; a noun may bring its own plural.
function count(n, noun, plural = noun.endsWith("y") ? noun.slice(0, -1) + "ies" : noun + "s") {
  return `${n.toLocaleString("en")} ${n === 1 ? noun : plural}`;
}

// title gives a word of the vocabulary as people write it: "SANCTION" is Sanction.
function title(word) {
  return word ? word[0].toUpperCase() + word.slice(1).toLowerCase().replaceAll("_", " ") : "";
}

// list joins words as a sentence does.
function list(words) {
  return words.length < 2 ? words.join("") : words.slice(0, -1).join(", ") + " and " + words.at(-1);
}

// outlet is whose word an article is.
function outlet(article) {
  return article.outlet || article.title;
}

// proper gives those of a thing's names that say more than what sort of thing it is, as
// "the pact" does: in a script that has capitals, one has a capital.
function proper(names) {
  return names.filter((n) => n !== n.toLowerCase() || n === n.toUpperCase());
}

// stances are what a speaker does to an event, in the order that they are shown.
const stances = { asserts: "says so", accuses: "accuses", condemns: "condemns", welcomes: "welcomes", denies: "denies it" };
const views = {};
