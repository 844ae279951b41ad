package lexicon

// Frame is one way of acting, or of speaking of acts, and the words that report
// it. A frame with a Type makes an event; one without colours what it governs:
// "plan to", "deny", "try to".
type Frame struct {
	ID       string   `yaml:"id"`
	Type     string   `yaml:"type,omitempty"` // a PLOVER type
	Mode     string   `yaml:"mode,omitempty"`
	Contexts []string `yaml:"contexts,omitempty"`
	Action   string   `yaml:"action,omitempty"` // what it does to its treaty

	// Verbs are lemmas, each followed by the particles and prepositions that
	// must stand with it: "pull out of". Nouns are the frame's event nouns, with
	// prepositions likewise: "attack on". Adjectives predicate it: "ready to".
	// Nouns and adjectives may be @classes.
	Verbs      []string `yaml:"verbs,omitempty"`
	Nouns      []string `yaml:"nouns,omitempty"`
	Adjectives []string `yaml:"adjectives,omitempty"`

	// Auxiliaries make a verb of whatever lemma the frame's word, and the act that
	// it names the frame's content: "must", "should have". With Verbs it's one of
	// them; Over are the types of act, one of which that must be otherwise. Without
	// auxiliaries Over are types of the act spoken of: "no intention of leaving".
	Auxiliaries []string `yaml:"auxiliaries,omitempty"`
	Over        []string `yaml:"over,omitempty"`

	// Objects are the nouns, or @classes of them, one of which must be the object
	// of the verb (or depend on the noun): impose + @sanction. @treaty asks for a treaty,
	// @place for a place or a country, @other for another side than the subject's. A word may be a phrase, "rescue team",
	// "state of emergency": a noun and the word that describes it.
	Objects []string `yaml:"objects,omitempty"`
	// Subjects are the same for the subject of a verb: soldiers leave a country.
	Subjects []string `yaml:"subjects,omitempty"`
	// Verdict: the objects are what the verb calls its object, not the object.
	Verdict bool `yaml:"verdict,omitempty"`
	// Not are nouns or @classes that the object mustn't be: break + record. @clause
	// is what somebody is to do: "called on him to resign" is no visit.
	Not []string `yaml:"not,omitempty"`

	// Actor and Recipient are the places to look for the two sides, best first:
	// subj, obj, iobj, poss (also "American" in "American pressure"), clause (the
	// subject of the act spoken of), content (any side named in what is spoken
	// of), speaker (whose word the sentence is), place (the state where it was done,
	// when nobody is said to do it), verb-subj and verb-obj (of the verb that a noun
	// is an adverbial of: "thanked him by phone"), or a preposition: with, against.
	Actor     []string `yaml:"actor,omitempty"`
	Recipient []string `yaml:"recipient,omitempty"`
	// Predicate: the noun or adjective must be said of a subject: "is a sham".
	Predicate bool `yaml:"predicate,omitempty"`
	// Needs are the roles without which there is no event: actor, recipient, treaty, any;
	// named is a recipient that the sentence itself names.
	Needs []string `yaml:"needs,omitempty"`
	// Negated: the frame holds only where its word is negated: "no basis for".
	Negated bool `yaml:"negated,omitempty"`
	// Conditional: the frame holds only of what is put under a condition: "if", "unless".
	Conditional bool `yaml:"conditional,omitempty"`
	// Mutual: a plural subject does it with one another: "Putin and Biden met".
	Mutual bool `yaml:"mutual,omitempty"`

	// Status of the event when its sentence says no other; occurred when empty.
	Status string `yaml:"status,omitempty"`
	// Content says what becomes of the acts it governs: alleged, denied, planned,
	// proposed, threatened, hypothetical, said (as they stand, attributed),
	// same (as they stand: "begin to"), none (not events at all).
	Content string `yaml:"content,omitempty"`
	// Stance is the actor's, towards the act spoken of.
	Stance string `yaml:"stance,omitempty"`
	// Wrong: people are accused of it; who says it of others accuses them.
	Wrong bool `yaml:"wrong,omitempty"`
	// Blame: to say this of others is to accuse them.
	Blame bool `yaml:"blame,omitempty"`

	Confidence float64   `yaml:"confidence,omitempty"` // 0 means the default
	Examples   []Example `yaml:"examples"`
}

// Example is a sentence that must be read as it says: each line of Events as
// "TYPE/action actors > recipients status", the parts that don't matter left out.
type Example struct {
	Text   string   `yaml:"text"`
	Events []string `yaml:"events"` // empty: no event at all
}

// Words is a named class of words with one use in reading: the @classes of
// frames, nouns that stand for their country, topics.
type Words struct {
	ID    string   `yaml:"id"`
	Words []string `yaml:"words"` // lemmas; may be phrases
}
