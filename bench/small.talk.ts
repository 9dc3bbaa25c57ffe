/** What people also text about while they wait, calm down or do not know how to go on; invented for this project. */
const EXCHANGES = `
t: brb my phone is at 4 percent
r: No rush, I'll be here when you've plugged it in.
t: ok back. found the charger under the couch

t: my cat just walked across the keyboard
r: Say hi to the cat from me. What's she called?
t: potato

t: what are u drinking rn
r: Peppermint tea, too hot to drink. You?
t: the last of the orange juice from the carton

t: sorry im slow at typing
r: Take all the time you want, there's no clock on this.

t: its snowing here
r: The quiet kind or the sideways kind?
t: sideways. the bus stop disappeared

t: u still there
r: Still here. I was reading what you wrote again, slowly.

t: do u like music
r: I do. What's on in your ears these days?
t: mostly old stuff my uncle has on vinyl

t: i made toast
r: Toast is a good step. Butter or something wilder?
t: peanut butter and banana

t: can we do that breathing thing again
r: Of course. In for four with me, hold for four, out for six.
t: ok did it twice

t: the dog upstairs is howling at the moon or something
r: Maybe it has a lot to say tonight as well.

t: what time is it where u are
r: Same as yours, a bit past the hour.

t: i have a geography thing due friday, its about glaciers
r: Glaciers, slow and heavy. Anything you like about them?
t: they carve whole valleys which is kinda metal

t: my screen is cracked so i might miss letters
r: I can read you just fine so far.

t: ok im under the blanket now
r: Good. Heavy one or fluffy one?
t: heavy. the green one with the burn hole

t: do they make u answer this many texts every night
r: Some nights. Tonight I get to talk with you for as long as it helps.

t: i used to do karate when i was 9
r: What colour did you get to?
t: yellow lol. i was bad at it

t: hold on someone at the door
r: Sure, see to it, I'll wait.
t: it was a parcel for next door

t: can u name five things u see, i did mine
r: Lamp, plant, three pens, a stapler, a very old mug.
t: i had poster, sock, sock, guitar, window

t: pizza pops are so good and no one can tell me otherwise
r: I wouldn't dare. What flavour wins?
t: the deluxe one

t: the wifi keeps dropping
r: If you vanish I'll know why. Just text again.

t: did u always want to do this job
r: I came to it sideways. I like listening to people.

t: im drawing while we talk
r: Nice. What's taking shape?
t: a frog in a raincoat

t: my show comes back next week
r: Which one are you waiting for?
t: the baking one with the tent

t: ok i drank some water like u said
r: Good going. Cold water can be a small reset.

t: is it weird to text instead of call
r: Not at all. Lots of people think better with their thumbs.

t: the streetlight outside is flickering
r: Like in a film, or like a tired bulb?
t: tired bulb

t: i cleaned like half my desk just now
r: Half a desk is a real thing done.

t: do u know any jokes
r: Why did the scarecrow get a prize? Outstanding in his field.
t: thats terrible. thank u

t: gonna get my hoodie its cold
r: Go and get it. Warm helps.
t: got it

t: i think the ice cream truck is still going around in november
r: That's dedication. What would you order?
t: the one shaped like a foot

t: my sock has a hole in it and my toe is cold
r: A small injustice. Any other pair near?

t: sorry that was the wrong chat
r: No harm done, it happens.

t: i was watching a video about octopuses
r: They have three hearts, I think. What did you like?
t: that one opened a jar from the inside

t: how long can i stay on here
r: As long as we need to make a plan for the night, no stopwatch.

t: ok i stretched
r: How do the shoulders feel now?
t: crunchy

t: theres a moth in here
r: A guest. Friendly?
t: its circling the lamp like it pays rent

t: i got a new library card
r: What's the first thing you took out?
t: a book about trains for some reason

t: autocorrect keeps changing stuff
r: I can usually guess what it meant to say.

t: whats ur favourite season
r: Early fall, when it still smells of summer. Yours?
t: the first week of real snow

t: i can hear the neighbours watching hockey
r: Is it going well, by the sound of it?
t: someone just yelled so maybe

t: i have to pee brb
r: Thanks for telling me, see you in a minute.

t: do u have plants
r: One cactus that forgives me everything.
t: thats my kind of plant

t: my playlist just ended
r: Want to pick one song for the next few minutes?
t: putting on the rain sounds one

t: i found gum in my coat from like last year
r: A gift from your past self. Still chewable?
t: barely

t: the microwave clock is wrong and it bugs me
r: I know that itch. Could you fix it or let it be wrong?
t: letting it be wrong

t: ok i counted backwards from 100
r: How far did you get before your mind wandered?
t: 61

t: i wanna learn bass one day
r: What would you play first?
t: anything with four notes

t: its so quiet on this street
r: Is quiet good tonight, or too much?
t: its ok with the fan on

t: i have a math joke but its odd
r: I walked right into that.

t: which one of the emojis is this, i cant see it
r: It's a small green turtle.
t: ok good. turtles are fine

t: im making soup from a packet
r: Chicken or tomato?
t: the one with the stars in it

t: the laundry is done, it just sang at me
r: Those machines are so proud of themselves.

t: my brother left his lego everywhere again
r: The most dangerous floor there is.
t: stepped on the dragon

t: do u type with two fingers
r: All of them, but not always the right ones.

t: ok fan is on, lights are off
r: Sounds like a calmer room already.

t: if u could have any animal what
r: A very small goat. You?
t: a crow that brings me stuff
`;

/** With what texters come back to what they said before, and responders to what they heard. */
export const AGAIN = [
  'like i said ',
  'idk it just goes round in my head. ',
  'sorry to go on abt it but ',
  'its just ',
  'i keep coming back to it. ',
  'yeah so. ',
];
export const HEARD = [
  'I hear you. It makes sense that it keeps coming back.',
  'You can say it as often as you need to, I am listening.',
  'It sounds like that is still sitting with you.',
  'Thank you for telling me again how it is.',
  'I can hear how much that is on your mind.',
];

export type Line = { from: 'texter' | 'responder'; text: string };

/** Exchanges of small talk, each of two or three messages. */
export const SMALL_TALK: readonly (readonly Line[])[] = EXCHANGES.trim()
  .split('\n\n')
  .map((exchange) =>
    exchange.split('\n').map((line) => ({
      from: line.startsWith('t: ') ? 'texter' : 'responder',
      text: line.slice(3),
    })),
  );
