package text

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// lists of words that the rules look up; lower case unless said otherwise.
type lists struct {
	titles    map[string]bool // abbreviations that a name follows
	before    map[string]bool // abbreviations that a number follows
	others    map[string]bool // abbreviations that may end a sentence
	starters  map[string]bool // capitalised words that start sentences, rarely names
	prefixes  map[string]bool // stay with the word after their hyphen
	speech    map[string]bool // verbs after a quotation
	oneHyphen map[string]bool // words with a hyphen that are one token
	numbered  map[string]bool // words before the number of a caption or heading
}

var words = lists{
	titles: set(`mr. mrs. ms. messrs. dr. prof. gen. lt. col. maj. capt. cmdr. adm. sgt. sen. sens. rep. reps.
		gov. pres. rev. hon. amb. st. ste. mt. ft. sec. supt. vice-adm. brig. cpl. pvt. insp. fr. mlle. mme. mx. vs. v. cf. e.g. i.e. viz. ca. approx. al-`),
	before: set(`jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. no. nos. art. arts. p. pp. vol. ch. fig. para. sec. op. tel. ext. est. c.`),
	others: set(`inc. corp. co. ltd. llc. plc. jr. sr. etc. al. ph.d. m.d. b.a. m.a. a.m. p.m. bros. dept. univ. assn. ave. blvd. rd. esq. n.b.
		mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo.
		mins. hrs. yrs. lb. lbs. oz. sq. kg. km. mln. bln. govt. intl. nat. comm.`),
	starters: set(`The A An He She It They We You I In On At By For From With As To But And Or So Yet If When While Although Though Because Since
		After Before During Until This That These Those His Her Its Their Our My There Here Some Many Most Both Each All Other Others Another No Not
		What Who Why How Where Which Such One Two Three However Meanwhile Earlier Later Now Then Also Only Even Under Over About Last Next Asked According Among Despite Still`),
	prefixes: set(`non anti re pre pro co mid ex semi sub pan multi mini neo inter intra psycho socio un micro ultra post e counter`),
	speech: set(`said says say asked told added wrote tweeted replied warned insisted declared announced stated argued noted continued explained quipped
		responded answered shouted cried concluded claimed charged remarked recalled adds asks writes wondered`),
	numbered:  set(`Figure Fig. Table Chart Map Photo Chapter Section Article Part Annex Appendix`),
	oneHyphen: set(`e-mail e-mails t-shirt t-shirts x-ray uh-huh`),
}
