package main

import "strings"

// The words of the drill.
var (
	countries  = []string{"Iraq", "Iraq", "Iraq", "Russia", "China", "Germany", "Baghdad", "Baghdad", "Moscow", "Washington", "Israel", "Japan", "Peru", "Kenya", "Beijing", "NATO", "Pakistan", "Estonia", "Hamas"}
	nations    = []string{"Iraqi", "Iraqi", "Iraqi", "Russian", "American", "Chinese", "French", "Israeli", "U.S.", "UN"}
	surnames   = []string{"Bush", "Bush", "Putin", "Merkel", "Lavrov", "Clinton", "Kerry", "Abe", "Sadat", "Mahuad", "Ullyot", "Peskov"}
	firstNames = []string{"George", "Vladimir", "Angela", "Sergei", "Hillary", "John", "Shinzo", "Anwar", "Jamil", "Maria"}
	bodies     = []string{"planes|plane", "troops|troops", "officials|official", "forces|force", "diplomats|diplomat", "hackers|hacker", "soldiers|soldier", "warships|warship", "lawmakers|lawmaker", "rebels|rebel", "missiles|missile", "protesters|protester", "police|police", "authorities|authority", "guerrillas|guerrilla", "students|student"}
	things     = []string{"treaty", "agreement", "proposal", "offer", "pact", "attack", "decision", "plan", "ceasefire", "embassy", "accord", "charge", "allegation", "report", "resolution", "border", "consulate", "election", "network", "ambassador", "accusation", "removal", "invasion", "blockade", "move", "summit"}
	promises   = map[string]bool{"treaty": true, "agreement": true, "proposal": true, "offer": true, "pact": true, "decision": true, "plan": true, "accord": true}
	modifiers  = []string{"new", "nuclear", "foreign", "military", "diplomatic", "proposed", "bilateral", "economic", "naval", "medical", "joint", "written"}
	offices    = []string{"minister", "president", "ambassador", "leader", "spokesman", "envoy", "secretary", "chief"}
	titles     = []string{"President", "Minister", "Secretary", "Chancellor", "General", "Premier", "Ambassador", "King"}
	weekdays   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	// base past participle
	transitive = verbs(`expel attack condemn reject accept violate suspend sign ratify extend withdraw/withdrew/withdrawn dismiss deny/denied/denied
		welcome praise criticize denounce warn threaten urge accuse blame invade bomb shell arrest detain deport release free
		recall summon close freeze/froze/frozen impose lift ease deploy mass send/sent/sent provide deliver hack target steal/stole/stolen
		undermine support back recognize restore sever cut/cut/cut break/broke/broken abandon scrap leave/left/left quit/quit/quit join
		propose offer demand meet/met/met visit host telephone call kill shoot/shot/shot destroy seize occupy/occupied/occupied annex
		blockade besiege protest riot march storm fire launch halt resume end begin/began/begun announce declare pull move expand breach
		rebuff veto oppose endorse hail deplore regret punish sanction poison assassinate abduct torture fight/fought/fought return grant
		appeal renounce terminate negotiate conclude reach strike/struck/struck initial approve discuss mediate broker host receive`)
	control = verbs(`agree refuse plan decide promise vow pledge threaten intend offer decline attempt try/tried/tried continue begin/began/begun fail seek/sought/sought want`)
	saying  = verbs(`say/said/said announce report add deny/denied/denied declare claim insist confirm warn tell/told/told state conclude argue`)
	urging  = verbs(`urge ask order force press invite demand allow persuade beg`)
)

type verb struct{ base, third, past, participle, ing string }

func verbs(list string) []verb {
	var out []verb
	for _, w := range strings.Fields(list) {
		p := strings.Split(w, "/")
		v := verb{base: p[0], third: p[0] + "s"}
		switch b := v.base; {
		case strings.HasSuffix(b, "y") && !strings.ContainsRune("aeiou", rune(b[len(b)-2])):
			v.third, v.past, v.ing = b[:len(b)-1]+"ies", b[:len(b)-1]+"ied", b+"ing"
		case strings.HasSuffix(b, "e"):
			v.past, v.ing = b+"d", b[:len(b)-1]+"ing"
			if strings.HasSuffix(b, "ee") {
				v.ing = b + "ing"
			}
		case doubles[b]:
			v.past, v.ing = b+b[len(b)-1:]+"ed", b+b[len(b)-1:]+"ing"
		default:
			if strings.HasSuffix(b, "s") || strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch") {
				v.third = b + "es"
			}
			v.past, v.ing = b+"ed", b+"ing"
		}
		v.participle = v.past
		if len(p) == 3 {
			v.past, v.participle = p[1], p[2]
		}
		out = append(out, v)
	}
	return out
}

var doubles = map[string]bool{"expel": true, "quit": true, "cut": true, "ship": true, "plan": true, "begin": true}
