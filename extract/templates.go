package extract

// template is a kind of feature. The numbers are part of what models have learnt: a new
// one goes to the end.
type template uint32

const (
	_ template = iota

	// Of a word that may tell of an event.
	always
	word
	wordTag
	use
	useTag
	tag
	relation
	wordRelation
	wordlessFrame
	spokenOf
	headWord
	headUse
	headType
	grandHead
	grandType
	childWord
	childUse
	childCase
	spokenChild
	childType
	grandchild
	before1
	after1
	wordAfter
	wordBefore
	after2
	before2
	subjectWord
	objectWord
	sidesKinds
	sidesWord
	sidesSpoken
	sidesUse
	quotation
	heading
	position
	speakerKnown
	statesNamed
	statesSpoken
	negation
	wordNegation
	saidWord
	saidUse
	saidSubject

	// Of a side that may take a part in an event.
	guessed
	guessedType
	guessedFrame
	otherPart
	sideKindFrame
	partState
	sideKind
	inSentence
	inSentenceType
	pathType
	pathVoice
	pathCase
	pathWord
	caseUse
	distanceType
	caseType
	mentionHow
	mentionRelation
	relationCase
	pathState
	mentionKind
	mentionHead
	mentionHeadUse
	nearerType
	nearerState
	lastNamed
	lastNamedState
	sidesInSentence
	rankType
	timesNamed
	rankState
	inTitle
	dealtBetween
	dealingsState
	actsOf
	actsOn
	forceOf
	forceOn
	isSpeaker
	isClaimant
	isClaimantFrame
	lastActs
	lastActsType

	// Of a finding that may be right.
	oddsType
	oddsNone
	oddsTypeNone
	oddsFrame
	oddsAll
	oddsProduct
	oddsSides
	findingWord
	findingStory
	findingType
	findingFrame
	findingRule
	oddsBoth
	oddsActor
	oddsRecipient
	oddsActorBest
	oddsRecipientBest
	findingStatus
	findingSides
	findingTreaty
	findingSure
	findingSizes
	findingPosition
	findingGuess
	sideHere
	sideListed
	beside
	besides

	// Of an article that may be about public affairs.
	topicAside
	topicAsideShare
	topicPublic
	topicNames
	topicWord

	// Of a date that a finding may be of.
	dateSource
	dateType
	dateTense
	dateStatus
	dateClue
	dateClueTense
	datePosition
	dateRelation
	dateWord
	dateSaid
	dateAdverb
	dateCase
	dateTimes
	dateAge
	dateAgeTense
	dateAgeClue
	dateAgeType
	dateSources
	dateRules
	dateOblique
	dateBefore
	dateLast
	dateTypeTense
	dateTypePosition
	dateDeed
)
