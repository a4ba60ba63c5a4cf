package extract

// mainPerson gives the person whom the article names most, at least three times; -1.
func (r *reading) mainPerson() int32 {
	if r.topicRead {
		return r.topicWho
	}
	r.topicRead, r.topicWho = true, -1
	counts := make(map[int32]int, 16)
	best := 2
	for i := range r.mentions {
		n := &r.names[r.mentions[i].name]
		if n.kind != Person {
			continue
		}
		id := n.who
		if id < 0 {
			id = r.soleBearer(n)
		}
		if id < 0 {
			continue
		}
		if counts[id]++; counts[id] > best {
			best, r.topicWho = counts[id], id
		}
	}
	return r.topicWho
}

// protagonist gives the one whom the article names most, failing that the one with
// whom it begins; -1.
func (r *reading) protagonist() int32 {
	if who := r.mainPerson(); who >= 0 || r.lead < 0 {
		return who
	}
	s := &r.sentences[r.lead]
	if s.mentions.first == s.mentions.last || r.mentions[s.mentions.first].full != s.first {
		return -1
	}
	return r.mentions[s.mentions.first].who
}

// onceNamed tells that the article names a person once only.
func (r *reading) onceNamed(id int32) bool {
	return id >= 0 && r.who[id].first == r.who[id].last
}

// paragraphOpens tells that the sentence is the first of its paragraph.
func (r *reading) paragraphOpens() bool {
	return r.index > 0 && r.sentences[r.index-1].paragraph != r.s.paragraph
}

// soleBearer gives the one person of the article whom a surname with its title
// can mean; -1 where there are several.
func (r *reading) soleBearer(n *name) int32 {
	found := int32(-1)
	for _, id := range r.namesakes(lowerText(lastWord(n.text))) {
		e := &r.who[id]
		if n.male && e.female && !e.male || n.female && e.male && !e.female {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = id
	}
	return found
}
