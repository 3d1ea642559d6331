import type { PhraseTable } from './phrasebook.ts';

// `(a/b/)` stands for a, b or nothing.
const accompanier = '(accompanier/mentor/advisor/adviser/coach/facilitator)';

export const english: PhraseTable = [
  [
    { do: 'skip' },
    `(skip/pass/skipping/ignore)|(skip/pass on) (the/this/that/) (question/one)|skip (it/this/that)|(move/moving) on|(i d/we d/i would/we would/would/) (rather/prefer) not (to/) (answer/say)|prefer not to (answer/say)|(don t/do not) (want/wish) to (answer/say) (that/this/it/)|no (answer/comment)|leave (it/this/that one) (out/blank/aside)|nothing to say|i ll pass|we ll pass`,
  ],
  [
    { do: 'not-yet' },
    `not yet|not now|not right now|not (at the moment/for now/just yet/today/ready/sure)|later|maybe later|some other time|too (early/soon)|it s too (early/soon)
    (i/we/) (don t/do not/dont) (know/have it/have that/have them/have the figures/have the numbers/have the data/remember) (yet/that/it/exactly/really/)|(don t/dont) know (yet/)|(no/not a/haven t a/no earthly) (idea/clue)|(i/we) have no (idea/clue)|not sure (yet/)|(hard/difficult) to say|it s hard to say
    (we/i) (haven t/have not/havent/didn t) (decided/counted/done it/done that/done this/talked about it/discussed it/chosen/thought about it/got the figures/got the numbers/got that) (yet/)|(no/don t have) (figures/numbers/data/info) yet|(we/i) (need/have) to (ask/check/discuss/discuss it/talk about it/think about it/find out/look it up) (first/with the team/with the team first/the team/my colleagues/)|need to (ask/check/discuss/think) (first/the team/with the team/my colleagues/)|to be (decided/discussed/confirmed/determined)|tbd|tbc|(come/get) back (to it/to this/to that/to you/) later|(ask/remind) (me/us) (again/) later|(we ll/i ll/) (answer/do it/do that/see) later|(we ll/) see|(i ll/we ll) (answer/do it/do this/do that/look/look into it) (tomorrow/tonight/later/on monday/on tuesday/on wednesday/on thursday/on friday/next week)|waiting for (the figures/the numbers/an answer/data)|(no/don t have/haven t got/we have no) time (now/right now/)|in progress|(still/) working on it`,
  ],
  [
    { do: 'not-for-us' },
    `(this is/that is/it s/it is/that s/this one is/) not for us|(this/that/it/this one/this question) (isn t/is not) for us|(this/that/it/) (doesn t/does not/doesnt) (apply/concern us/apply here/fit us) (to us/)|(not/non) (applicable/relevant) (to us/for us/here/)|(doesn t/doesnt) apply (to us/)|(that s/it s/) not our (case/situation)|(we/) don t do that|not us`,
  ],
  [
    { do: 'repeat' },
    `(repeat/rephrase) (the question/that/it/)|(say/ask) (that/it/the question/) again|(what was/what s/what is/show me/show) the question (again/)|the question (again/)|come again|again|what did you (say/ask)|once more|one more time|(remind/tell) (me/us) (of/) the question|what were we talking about|pardon me`,
  ],
  [
    { do: 'status' },
    `where (are we/do we stand/did we get to/were we) (now/at/)|how far (are we/have we got/along are we) (now/)|(our/the/show/show our/) (progress/status)|(show/) (me/us/) (our/the) progress|how (many/much) (questions/) (are/is/) (left/remaining/to go/there left/there)|how many (more/left/to go)|how many more questions|what s (left/next on the list)|what is left|what remains|are we (done/nearly done/almost done/there yet/finished) (yet/)|how much longer|which question are we on`,
  ],
  [
    { do: 'pause' },
    `pause|on pause|(take/have/need) a (short/little/) (break/pause)|a break|break|(pause/suspend) (it/this/the evaluation/everything)|put (it/this/the evaluation/everything) on (hold/pause)|on hold|(let s/) (stop/leave it) (here/there) (for today/for now/)|(stop/done/that s all/that s it/enough) for (today/now)|(continue/carry on/go on) (later/another time/tomorrow)`,
  ],
  [
    { do: 'resume' },
    `(resume/unpause/restart) (it/the evaluation/)|(we re/i m/we are/i am/) back (again/)|(pick/take) (it/this/) (back/) up (again/where we left off)|(end of/end/break) (the/) (break/pause/over)|back to work|where we left off`,
  ],
  [
    { do: 'next' },
    `next|(the/) next (question/one) (please/)|(continue/go on/carry on/proceed/keep going/go ahead)|(what s/what is) next|(and/) (then/now what/what now)|(another/one more) (question/one)|next up|on to the next (one/question)|move on to the next (one/question)`,
  ],
  [
    { do: 'help' },
    `help (me/us/)|(i/we) (need/want) (some/) help|some help|(i/we) (don t/do not/didn t/dont) (understand/get it/get this/get that/follow/understood) (it/this/that/a thing/anything/)|(don t/dont/didn t) (understand/get it/follow)|(it s/this is/that s/) (not/un) clear|not (very/so/) clear|unclear|(it s/this is/that s) (unclear/confusing/too vague/vague/too hard/too complicated)|confusing|confused|not sure (what you mean/what this means/what that means/i understand/what to say)|(i m/we re/i am/we are/) (lost/stuck/confused)|too (hard/complicated/difficult)
    how (does this work/does it work/do i do this/do we do this/do i do that/to do this)|what (do i do/do we do/should i do/should we do/can i do/can we do) (now/)|what (is this/s this/is that/is it)|who are you|what are you|what do you (do/mean) (by that/)|what does (that/this/it) mean|(explain/clarify) (it/this/that/please/)|(in/) (simpler/plainer) (words/terms)|simpler|(the/list of/) commands|menu|instructions`,
  ],
  [
    { do: 'hint' },
    `(a/any/give me a/give us a/) (hint/hints/tip/tips/clue)|how (do i/do we/should i/should we/to) answer (this/that/it/)|what (do/are) you (expect/expecting/want)|any pointers`,
  ],
  [
    { do: 'example' },
    `(an/for/any/give me an/give us an/show me an/show us an/do you have an/got an/see an/) (example/examples)|like what|such as|what would (that/it) look like|e g`,
  ],
  [
    { do: 'why' },
    `why|why (this/that) (question/)|why (do/are/would) you (ask/asking/need/want) (this/that/it/to know/to know that/to know this/us this/me that/)|why (are/do) you (asking/ask)|what s (the point/this for/it for/that for) (of this/of this question/)|what is (the point/this for/it for) (of this question/)|what for|why does (it/this/that) matter|what do you (need/do with) (this/that/it) (for/)|how is (this/that) useful`,
  ],
  [
    { do: 'accompanier' },
    `(talk/speak/chat/get in touch) (to/with) (our/the/my/an/a/) ${accompanier}|(our/the/my/) ${accompanier}|(call/contact/ask/tell/alert/get/ping/notify/reach) (our/the/my) ${accompanier}|(need/want) (our/the/my) ${accompanier}|(talk/speak) (to/with) (a human/someone/somebody/a person/a real person)|(a human/a real person/human)`,
  ],
  [{ do: 'stop' }, `stop (it/this/)|quit|exit|(let s/) (stop/end)|end|finish|that s enough|enough`],
  [
    { do: 'stop', which: 'messages' },
    `(stop/no more/mute) (the/all/sending/your/) (messages/notifications/reminders/nudges)|stop (messaging/writing/texting/pinging/bothering/contacting) (me/us/)|(don t/do not) (message/write to/contact/bother/text) (me/us) (any more/anymore/again/)|stop sending (me/us/) (messages/reminders)|leave (me/us) alone|unsubscribe|too many (messages/notifications)|opt out`,
  ],
  [
    { do: 'stop', which: 'end' },
    `(stop/end/quit/finish/close/delete/abandon/terminate) (the/this/our) evaluation (for good/permanently/)|(we/i) give up|stop (for good/for ever/forever/permanently)|giving up`,
  ],
  [
    { do: 'undo' },
    `(undo/revert) (that/this/it/my answer/my last answer/)|(cancel/delete/remove/erase/scrap/withdraw) (that/this/it/my answer/my last answer/the last answer/)|(cancel/delete/remove/erase/scrap/forget/ignore/disregard) (what i said/what i just said/what i wrote/what i just wrote/my message/my last message/that message)|i take (it/that) back|i didn t say anything|pretend i didn t say (that/anything)|that (wasn t/was not) (an/my/our/the) answer|forget (it/that/about it/what i said/my answer)|nevermind|never mind|scratch that|take (that/it/) back|ignore that|disregard (that/)`,
  ],
  [
    { do: 'recap' },
    `(a/the/give us a/give me a/) (recap/summary)|summari(s/z)e|sum (it/) up|(what have we/what did we) (said/say/answered/answer) (so far/)|(show/see/read/list/) (me/us/) (our/all our/all/the/my) answers|overview`,
  ],
  [
    { do: 'handover' },
    `(the/a/) (handover/hand over)|(i m/i am/) new (here/to this/on the team/to the team/)|(i m/i am/i ll be/) taking over|(bring/get) me up to (speed/date)|just joined|i just joined|catch me up|fill me in`,
  ],
  [
    { do: 'start' },
    `(start/begin) (the evaluation/it/)|(let s/let us/) (start/begin/go/get started/get going)|(we re/i m/we are/i am/) ready (to start/to go/)|get started|get going|go|here we go|off we go`,
  ],
  [
    { do: 'correct' },
    `(correct/correction/change/edit/fix/amend/update/modify) (my/the/our/an/a/) (last/previous/) (answer/reply/)|(i/we) (made/have made) (a/an) (mistake/error)|(a/an/there s a/there s an/) (mistake/error)|(that s/it s/that was/it was/this is/that is) (wrong/not right/incorrect/not correct)|wrong (answer/)|(i/we) (got it/was/were) wrong|oops|(the/) previous (question/one/answer)|go back (to the previous question/to the previous one/one/)|back to the previous (question/one)|typo`,
  ],
  [{ do: 'keep' }, `keep (it/this/that/this one/that one/the first/the first one/mine/)`],
  [
    { do: 'both' },
    `(keep/we keep/) both (of them/answers/)|keep (them both/the two)|add (it/this/that/to the answer/it to the answer/)|complementary|they re complementary`,
  ],
  [{ do: 'merge' }, `(merge/combine) (them/both/the two/it/)|put (them/both) together`],
  [{ do: 'replace' }, `(replace/overwrite) (it/this/that/the answer/the old one/the old answer/)`],
  [
    { do: 'differ' },
    `(we/) (disagree/differ)|(we/) (don t/do not/dont) agree|(we re/we are/) not (in agreement/agreed)|(our/) views differ|(we have/) different (views/opinions)|agree to (differ/disagree)|no agreement`,
  ],
  [
    { do: 'wait' },
    `(just/) (one/a/1/two/2/five/5) (sec/second/seconds/moment/min/mins/minute/minutes/mo/tick)|(give/grant) (me/us) (a/one/two/five/2/5) (sec/second/moment/minute/minutes/min/mins)|(hold/hang) on (a sec/a moment/a minute/)|wait (a/one/) (sec/second/moment/minute/bit/)|wait|(i m/we re/still/let me/let us) (think/thinking)|(i ll/will/) be (right/) back|brb|bear with (me/us)|(let me/let us) (check/look/see)|checking`,
  ],
  [
    { do: 'set', what: 'language', value: 'fr' },
    `(in/) french|(switch/change/go) to french|(speak/answer/reply/continue/talk) (in/) french`,
  ],
  [
    { do: 'set', what: 'language', value: 'nl' },
    `(in/) (dutch/flemish)|(switch/change/go) to (dutch/flemish)|(speak/answer/reply/continue/talk) (in/) (dutch/flemish)`,
  ],
  [
    { do: 'set', what: 'language', value: 'en' },
    `(in/) english|(switch/change/go) to english|(speak/answer/reply/continue/talk) (in/) english`,
  ],
  [{ do: 'set', what: 'language' }, `(change/switch/set) (the/) language`],
  [
    { do: 'set', what: 'path', value: 'express' },
    `(the/) (short/express/quick) (path/version/route)|express|(switch/change) to (the/) (short/express) (path/version/)|(fewer questions/less questions)|shorter`,
  ],
  [
    { do: 'set', what: 'path', value: 'full' },
    `(the/) (full/long/complete) (path/version/route)|(switch/change) to (the/) (full/long/complete) (path/version)|all (the/) questions`,
  ],
  [{ do: 'set', what: 'path' }, `(change/switch) (the/) path`],
  [{ do: 'set', what: 'group' }, `(change/switch) (the/our/) group`],
  [
    { do: 'set', what: 'pace', value: 'slower' },
    `slower|slow down|less often|(it s/this is/you re/going/) too fast|(a/) slower pace`,
  ],
  [
    { do: 'set', what: 'pace', value: 'faster' },
    `faster|speed up|more often|(it s/this is/you re/going/) too slow|(a/) faster pace`,
  ],
  [
    { do: 'set', what: 'hearing', value: 'mentions' },
    `(read only/only read) (what mentions you/mentions/messages that mention you)|(listen/answer/reply) only when (we mention you/mentioned/you are mentioned/you re mentioned)|only (listen/answer/reply) when (we mention you/mentioned/you are mentioned/you re mentioned)|don t read the whole thread`,
  ],
  [
    { do: 'set', what: 'hearing', value: 'threads' },
    `read (the whole thread/the whole threads/whole threads/everything in the thread/all messages in the thread)`,
  ],
  [
    { do: 'set', what: 'model', value: 'on' },
    `(turn on/switch on/enable/activate) (the writing assistant/the language model)|(turn/switch) (the writing assistant/the language model) on`,
  ],
  [
    { do: 'set', what: 'model', value: 'off' },
    `(turn off/switch off/disable/deactivate/stop) (the writing assistant/the language model)|(turn/switch) (the writing assistant/the language model) off`,
  ],
  [{ do: 'set', what: 'model' }, `(the/) writing assistant`],
  [{ do: 'set', what: 'pace' }, `(change/set/adjust) (the/our/) pace`],
  [{ do: 'set', what: 'carrier' }, `(change/switch) (the/our/) (carrier/lead/leader)|(a/the/) new (carrier/lead)`],
];
