package extract

import (
	"testing"

	entente "github.com/entente-graph/entente"
)

// The same words tell of events or of none, by what the article is about.
func TestTopics(t *testing.T) {
	x, _ := extractor(t)
	for _, e := range []struct {
		text   string
		public bool
	}{
		{`Spain attack at will to sink Italy in final
The Spanish side launched attack after attack in the first half, and Italy's defence surrendered after the goalkeeper was sent off. The coach accused the referee of robbing his players.
Germany and France meet on Sunday for third place. Fans of both teams marched through the stadium, and the German captain refused to talk to reporters. The league has banned the Italian striker for two matches.`, false},
		{`Two makers of cheese sign truce
The Swiss dairy and its French rival agreed on Monday to end a war over prices that began in 2019. Under the treaty, as managers call it, the companies will share lorries and suppliers, and the French firm withdraws its lawsuit.
Shares in both groups rose. Analysts said the alliance threatened smaller producers of butter and yoghurt; customers protested against the new prices in shops.`, false},
		{`Russian missiles strike Kyiv as Macron condemns attack
Russia launched missiles at the Ukrainian capital on Monday, and French President Emmanuel Macron condemned the attack. The foreign ministry in Paris summoned the Russian ambassador.
Moscow denied that it had struck civilians and accused Ukraine of staging the raid. The European Union agreed on new sanctions against Russia, and Germany promised to send air defence.`, true},
	} {
		rec := x.Extract(entente.Article{ID: "article:topic", Text: e.text})
		if public := len(rec.Events) > 0; public != e.public {
			t.Errorf("%.40s ...: %d events", e.text, len(rec.Events))
		}
	}
}
