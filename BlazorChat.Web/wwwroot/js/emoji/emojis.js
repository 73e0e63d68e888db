/** The reactions offered first. */
export const QUICK = ['👍', '❤️', '😂', '🎉', '👀', '✅'];

/** @type {{ name: string, emojis: { emoji: string, name: string }[] }[]} */
export const groups = [
    group('Smileys', `
        😀 grinning smile happy|😃 smiley happy|😄 smile laughing eyes|😁 beaming grin|😆 squinting laugh|😅 sweat smile relief|
        😂 joy tears laughing|🤣 rolling laughing rofl|🙂 slight smile|🙃 upside down|😉 wink|😊 blush smile|😇 angel innocent halo|
        🥰 hearts adore love|😍 smiling heart eyes love|🤩 amazed star eyes struck wow|😘 kiss|😋 yum tasty|😛 tongue|😜 wink tongue|🤪 zany crazy|
        🤗 hug|🤭 giggle oops|🤫 shush quiet secret|🤔 thinking hmm|🤨 raised eyebrow skeptical|😐 neutral|😑 expressionless|
        😶 silent no mouth|😏 smirk|😒 unamused|🙄 eye roll|😬 grimace awkward|😌 relieved|😔 pensive sad|😪 sleepy|😴 sleeping zzz|
        😷 mask ill|🤒 fever ill|🤕 bandage hurt|🤢 nauseated|🥵 hot|🥶 cold freezing|🥴 woozy|🤯 mind blown exploding|🤠 cowboy|
        🥳 party celebrate|😎 cool sunglasses|🤓 nerd|🧐 monocle inspect|😕 confused|😟 worried|🙁 frown sad|😮 wow open mouth|
        😲 astonished|😳 flushed|🥺 pleading please|😢 cry sad tear|😭 sob crying|😱 scream fear|😖 confounded|😞 disappointed|
        😓 downcast sweat|😩 weary|😫 tired|🥱 yawn bored|😤 huff triumph|😡 angry rage|🤬 cursing|😈 devil|💀 skull dead|
        💩 poop|🤡 clown|👻 ghost|👽 alien|🤖 robot bot`),
    group('People', `
        👋 wave hello bye|🤚 raised back hand|✋ raised hand stop|🖖 vulcan spock|👌 ok perfect|🤌 pinched fingers|✌️ victory peace|
        🤞 fingers crossed luck|🤟 hand love you|🤘 rock horns|🤙 call me|👈 left point|👉 right point|👆 up point|👇 down point|
        ☝️ one index up|👍 thumbs up yes agree plus|👎 thumbs down no disagree minus|✊ fist|👊 punch fist bump|👏 clap applause bravo|
        🙌 raising hands hooray|👐 open hands|🤲 palms up|🤝 handshake deal|🙏 thanks please pray|✍️ writing|💪 muscle strong|
        🧠 brain smart|👀 eyes look see|👁️ eye|👂 ear listen|👶 baby|🙋 raising hand question|🤦 facepalm|🤷 shrug dunno|🙇 bow sorry|
        🧑‍💻 technologist coder developer|🧑‍🔧 mechanic|🧑‍🚀 astronaut|🦸 superhero|🧙 mage wizard|🏃 running|💃 dancing|🧘 calm meditation|
        👥 people team`),
    group('Hearts and signs', `
        ❤️ heart red love|🧡 orange heart|💛 yellow heart|💚 green heart|💙 blue heart|💜 purple heart|🖤 black heart|🤍 white heart|
        💔 broken heart|💖 sparkling heart|💯 hundred perfect|💥 boom collision|💫 dizzy|💬 speech comment|💭 thought|💤 zzz sleep|
        ✅ check done yes|☑️ check box|✔️ check mark|❌ cross no wrong|❎ cross mark|➕ plus add|➖ minus|❓ question|❗ exclamation important|
        ⚠️ warning caution|🚫 forbidden no|⛔ no entry stop|🔴 red circle|🟠 orange circle|🟡 yellow circle|🟢 green circle|
        🔵 blue circle|⚪ white circle|⚫ black circle|🔁 repeat again|🔄 refresh sync|⬆️ up arrow|⬇️ down arrow|➡️ right arrow|
        ⬅️ left arrow|🆗 ok|🆕 new|🆘 sos help|🔝 top|♻️ recycle|✨ sparkles new|⭐ star|🌟 glowing star|🔥 fire hot lit`),
    group('Nature', `
        🐶 dog|🐱 cat|🐭 mouse|🐹 hamster|🐰 rabbit|🦊 fox|🐻 bear|🐼 panda|🐨 koala|🐯 tiger|🦁 lion|🐮 cow|🐷 pig|🐸 frog|
        🐵 monkey|🙈 see no evil monkey|🙉 hear no evil|🙊 speak no evil|🐔 chicken|🐧 penguin|🐦 bird|🦆 duck|🦉 owl|🐺 wolf|
        🐴 horse|🦄 unicorn|🐝 bee|🐛 bug|🦋 butterfly|🐌 snail slow|🐢 turtle slow|🐍 snake python|🐙 octopus|🦀 crab rust|🐬 dolphin|
        🐳 whale docker|🐘 elephant postgres|🦥 sloth|🌵 cactus|🌲 tree|🌱 seedling|🍀 clover luck|🌹 rose|🌻 sunflower|🌍 earth world|
        🌙 moon|☀️ sun|⛅ cloud sun|🌧️ rain|⛈️ storm|❄️ snow snowflake|⚡ lightning zap fast|🌈 rainbow|🌊 wave`),
    group('Food', `
        🍎 apple|🍌 banana|🍇 grapes|🍓 strawberry|🍒 cherries|🍑 peach|🍍 pineapple|🥑 avocado|🌶️ pepper hot|🍞 bread|🧀 cheese|
        🥚 egg|🥓 bacon|🍔 burger|🍟 fries|🍕 pizza|🌮 taco|🥗 salad|🍝 pasta spaghetti|🍜 noodles ramen|🍣 sushi|🍪 cookie|
        🎂 birthday cake|🍰 cake|🍩 donut|🍫 chocolate|🍿 popcorn|☕ coffee|🍵 tea|🍺 beer|🍻 cheers beers|🥂 toast champagne|🍷 wine|
        🧃 juice`),
    group('Things and places', `
        🎉 tada party celebrate|🎊 confetti|🎈 balloon|🎁 gift present|🏆 trophy win|🥇 gold medal first|🎯 target bullseye goal|🎮 game|
        🎲 dice|🎵 music note|🎸 guitar|🎬 film clapper|⚽ football soccer|🏀 basketball|🚀 rocket ship launch deploy|✈️ plane flight|
        🚗 car|🚲 bike|🚆 train|🚢 ship|🚧 construction wip|🏠 house home|🏢 office|🏖️ beach holiday vacation|⛰️ mountain|💻 laptop computer|
        🖥️ desktop screen|⌨️ keyboard|📱 phone mobile|🔋 battery|🔌 plug|💡 idea bulb light|🔦 torch|🔧 wrench fix|🔨 hammer build|
        ⚙️ gear settings|🧰 toolbox|🧪 test tube|🔬 microscope|🔍 search find|🔒 lock secure|🔓 unlock|🔑 key|🛡️ shield|📦 package box|
        📧 email|📎 paperclip|📌 pin|📝 note memo|📄 document page|📁 folder|📅 calendar date|📈 chart up growth|📉 chart down|📊 bars chart|
        📚 books docs|🔗 link|⏰ alarm clock|⏳ hourglass wait|🔔 bell|🔕 muted bell|💰 money|💸 money wings|🗑️ trash bin delete|
        🏁 finish flag|🚩 red flag|🏳️‍🌈 rainbow flag pride`),
];

function group(name, list) {
    const emojis = list.split('|').map(entry => {
        const [emoji, ...words] = entry.trim().split(' ');
        return { emoji, name: words.join(' ') };
    });
    return { name, emojis };
}
