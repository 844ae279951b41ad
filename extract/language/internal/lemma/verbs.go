package lemma

import (
	"slices"
	"strings"
)

// irregular gives the base of irregular past forms.
var irregular = pastForms(irregularTable)

const irregularTable = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|
break broke broken|breed bred|bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|
deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|
forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|
grow grew grown|hang hung|have had|hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|learn learnt|leave left|lend lent|let let|lie lain|light lit|lose lost|
make made|mean meant|meet met|mislead misled|misunderstand misunderstood|mow mown|overcome overcame overcome|overdo overdid overdone|overhear overheard|override overrode overridden|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|
partake partook partaken|pay paid|plead pled|prove proven|put put|quit quit|read read|rebuild rebuilt|repay repaid|rethink rethought|rewrite rewrote rewritten|rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|
sell sold|send sent|set set|sew sewn|shake shook shaken|shed shed|shine shone|shoot shot|show shown|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|sling slung|slit slit|sow sown|speak spoke spoken|speed sped|
spend spent|spin spun|spit spat|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust|tread trod trodden|undercut undercut|undergo underwent undergone|undertake undertook undertaken|understand understood|undo undid undone|uphold upheld|upset upset|
wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written|retake retook retaken|reset reset|outdo outdid outdone|outbid outbid|behold beheld|beget begot begotten|foretell foretold|mistake mistook mistaken|
backslide backslid|overrun overran overrun|overspend overspent|resell resold|unwind unwound|babysit babysat|input input|offset offset|unfreeze unfroze unfrozen|refreeze refroze refrozen|outrun outran|redraw redrew redrawn|retell retold|unbind unbound|outsell outsold|
undersell undersold|intercut intercut|recast recast|overhang overhung|outgrow outgrew outgrown|regrow regrew regrown|panic panicked|traffic trafficked|mimic mimicked`

// Forms gives the Penn tags of the forms of all listed verbs.
func Forms() map[string][]string {
	out := map[string][]string{}
	add := func(form string, tags ...string) {
		for _, t := range tags {
			if !slices.Contains(out[form], t) {
				out[form] = append(out[form], t)
			}
		}
	}
	bases := strings.Fields(regular)
	strong := map[string]bool{}
	for _, entry := range strings.Split(strings.ReplaceAll(irregularTable, "\n", ""), "|") {
		f := strings.Fields(entry)
		bases = append(bases, f[0])
		strong[f[0]] = true
		if len(f) == 2 {
			add(f[1], "VBD", "VBN")
			continue
		}
		add(f[1], "VBD")
		for _, p := range f[2:] {
			add(p, "VBN")
		}
	}
	for _, b := range bases {
		add(b, "VB", "VBP")
		n := len(b)
		last, e := b[n-1], strings.TrimSuffix(b, "e")
		vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
		switch {
		case strings.HasSuffix(b, "s") || strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch") || last == 'x' || last == 'z' || last == 'o':
			add(b+"es", "VBZ")
		case last == 'y' && !vowel(b[n-2]):
			add(b[:n-1]+"ies", "VBZ")
		default:
			add(b+"s", "VBZ")
		}
		doubled := !vowel(last) && !strings.ContainsRune("wxy", rune(last)) && n > 2 && vowel(b[n-2]) && !vowel(b[n-3])
		if doubled {
			add(b+string(last)+"ing", "VBG")
		}
		if strings.HasSuffix(b, "ic") {
			add(b+"king", "VBG")
		} else {
			add(e+"ing", "VBG")
		}
		if strong[b] {
			continue
		}
		switch {
		case last == 'e':
			add(b+"d", "VBD", "VBN")
		case last == 'y' && !vowel(b[n-2]):
			add(b[:n-1]+"ied", "VBD", "VBN")
		default:
			add(b+"ed", "VBD", "VBN")
			if doubled {
				add(b+string(last)+"ed", "VBD", "VBN")
			}
		}
	}
	return out
}

func pastForms(table string) map[string]string {
	m := map[string]string{}
	for _, entry := range strings.Split(strings.ReplaceAll(table, "\n", ""), "|") {
		f := strings.Fields(entry)
		for _, past := range f[1:] {
			m[past] = f[0]
		}
	}
	return m
}

// regular lists verbs of diplomacy, security and reporting that the treebanks
// seldom have; their regular forms are undone with certainty.
const regular = `abandon abduct abide abolish abrogate absolve abstain accede accelerate accept accuse acknowledge acquiesce acquire adhere adjourn admit admonish adopt advance advise advocate affirm agree aggravate aid aim airlift allay allege allocate allow ally amend amnesty annex annihilate announce annul apologise apologize appeal appease applaud appoint apprehend approve arm arrange arrest assail assassinate assault assemble assert assure attack authorise authorize
back backtrack balk ban bar bargain berate besiege blacklist blame blast block blockade bolster bomb bombard boost boycott brand breach brief broker cancel capitulate capture castigate caution cease cede celebrate censure challenge champion charge chastise chide circumvent cite claim clash classify close coerce collaborate collude combat commence commend commit compel compensate compete compile complain comply compromise concede conclude concur condemn condone confer confine confirm confiscate confront congratulate consent consult contain contend contest contravene contribute convene converge convict convince cooperate coordinate counter counterattack cripple criticise criticize curb curtail
debate decide declare decline decommission decree decry dedicate deepen defame defect defend defer define defuse delay delegate demand demilitarise demilitarize demobilise demobilize demolish demonstrate denounce deny deplore deploy deport deprive derail deride describe designate detain deter deteriorate detonate devastate disable disagree disapprove disarm disavow disband discipline disclose discredit discriminate discuss dismantle dismiss disparage dispatch dispel displace dispute disregard disrupt dissolve dissuade divide divulge dodge donate downgrade downplay draft ease elect embargo embrace empower enact encourage encroach encrypt end endanger endorse enforce engage enlarge enlist enrich ensure entice entrench envisage erode escalate espouse establish evacuate evade evict exacerbate exchange exclude excoriate execute exempt exercise exert exile exonerate expand expel expire exploit explode export expose express extend extradite facilitate falsify fault fear fire fine flout foil foment forge formalise formalize forswear foster free fulfil fulfill fund gather grant guarantee hack hail halt hamper harass harbor harbour harden hinder host hijack
ignite ignore impeach impede implement implicate implore import impose imprison improve incite include incur indict infect infiltrate inflame inform infringe initiate injure inspect install instigate institute insult intensify intercept interfere interrogate intervene intimidate introduce invade invalidate invite invoke invest investigate isolate jail jam jeopardise jeopardize join justify kidnap kill lambast lambaste lament laud launch leak legalise legalize legitimise legitimize levy liberate lift lobby loot lure maintain malign mandate march massacre mediate meddle merge militarise militarize mine mobilise mobilize moderate modernise modernize monitor muster nationalise nationalize negotiate neutralise neutralize nominate normalise normalize nullify obey object oblige observe obstruct occupy offer oppose order oust outlaw overrule overstate overturn
pardon participate patrol penalise penalize penetrate permit persecute persuade phish plan pledge plot poison postpone praise preclude prepare press pressure pretend prevail prevent prioritise prioritize probe proclaim procure prod prohibit prolong promise promote prompt pronounce propose prosecute protect protest provide provoke publish punish pursue push quarrel quash quell question raid raise rally ransack ratify reaffirm realign reassert reassure rebel rebuff rebuke recall recapture recede recognise recognize recommend reconcile reconsider recruit rectify reduce refer refrain refuse refute regret reinforce reinstate reiterate reject release relent relinquish relocate remove renege renew renounce repatriate repeal repel replace reply report reprimand repress repudiate request rescind rescue resign resist resolve respond restate restore restrain restrict resume retaliate retract retreat return reveal reverse revile revise revive revoke ridicule rig risk rupture sabotage sanction scale scold scrap scrutinise scrutinize scuttle seal secede secure seize sentence separate sever shelve shell side sideline sign signal slam slap slash smuggle solicit solidify spark spy stabilise stabilize stage stall starve stipulate stockpile storm strengthen stress strip submit subpoena subside subvert sue suggest summon support suppress surrender surround suspect suspend sustain swap sympathise sympathize target tamper tax tease terminate test threaten thwart tighten topple torpedo torture trade train transfer transgress trigger trim truncate unify unite unleash unveil update upgrade urge usurp vacate validate veto vilify violate visit void vote vow waive warn weaken welcome widen wiretap witness worry worsen wreck yield
allot analyse appraise backfire bankroll bribe bulldoze coax conscript cosign depose disappoint disengage earmark embolden encircle entrust escort eye group infuriate intern mistreat moor nuke parachute preempt quarantine reappoint redeploy refuel reimpose relaunch reopen renegotiate resettle riot sideswipe spearhead stonewall strafe supply telephone toughen tow unblock untie vie whitewash`
