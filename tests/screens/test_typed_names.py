"""How people type the lifts that are logged most, and the lift that must come first."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import load_catalogue
from screens.exercise_search import rank
from tracker.naming import joined, words_of

GYM = tuple(
    replace(exercise, id=number)
    for number, exercise in enumerate(sorted(load_catalogue(), key=lambda one: one.name), 1)
)

TYPED = {
    "Bench Press (Barbell)": "Bench Press (Barbell)|bench|bb bench|barbell bench|benhc|flat bench",
    "Squat (Barbell)": "Squat (Barbell)|squats|barbell squat|bb squat|skwat|back sq",
    "Deadlift (Barbell)": "deadlift (barbell)|deadlif|dead lift|bb deadlift|dealift|dl",
    "Lat Pulldown (Cable)": "Lat Pulldown (Cable)|lat pull|lat pull down|lat puldown|"
    "cable pulldown",
    "Overhead Press (Barbell)": "ohp|overhead press|military|bb ohp|overhed press|"
    "barbell press stand",
    "Lateral Raise (Dumbbell)": "lateral raise|lat raise|latteral raise|db lateral|side raises",
    "Pull Up": "Pull-Up|pullup|pull ups|pull-ups|pulup|pul up",
    "Incline Bench Press (Dumbbell)": "inc db pr|incline dumbbell press|db incline|"
    "incline db bench|inclien db|dumbbell incline bench",
    "Triceps Pushdown (Cable)": "tricep pushdown|triceps push down|tri push|pushdowns|"
    "cable pushdown|tricep pushdwon",
    "Leg Extension (Machine)": "leg ex|leg extensions|leg extention|quad ext|leg ext machine|"
    "extension leg",
    "Bent Over Row (Barbell)": "bent over row|bb row|barbell rows|row|bent row|bnet over row",
    "Overhead Triceps Extension (Cable)": "overhead tricep ext|cable overhead tri|"
    "tricep extension|cable tricep extension|overhed tricep extension|overhead rope ext",
    "Seated Row (Cable)": "seated row|cable row|seated cable row|low cable row|cabel row|seatd row",
    "Seated Shoulder Press (Dumbbell)": "db shoulder press|dumbbell shoulder press|"
    "seated db press|shoulder press db|sholder press db|db shoulder",
    "Incline Bench Press (Barbell)": "incline bench|inc bench|incline barbell|bb incline bench|"
    "inclin bench press|incline bp",
    "Bicep Curl (Dumbbell)": "curl|db curl|bicep curl|biceps curls|dumbbell curls|bicpe curl",
    "Seated Leg Curl (Machine)": "seated leg curl|leg curl|ham curl|hamstring curls|leg crul|"
    "leg curls seated",
    "Hammer Curl (Dumbbell)": "hammer|hammer curls|db hammer curl|hamer curl|hammers|hammer cu",
    "Pec Deck (Machine)": "pec deck|pec dec|machine fly|chest fly machine|peck deck|pec fly",
    "Romanian Deadlift (Barbell)": "rdl|romanian|rdls|romanian dl|bb rdl|romainian deadlift",
    "Chin Up": "chin|chinup|chin-ups|chins|chinn up",
    "Lateral Raise (Cable)": "cable lateral raise|cable lat raise|cable side raise|"
    "lateral raise cable|cable laterals|cabel lateral",
    "Bicep Curl (Barbell)": "bb curl|barbell curl|barbell bicep curl|bicep curl bb|curl barbell|"
    "barbel curls",
    "Bench Press (Dumbbell)": "db bench|dumbbell bench|dumbbell press|db press|flat db|"
    "dumbel bench",
    "Reverse Fly (Machine)": "rear delt machine|reverse pec deck|reverse fly machine|"
    "machine rear delt|rear delt mach|reverse fly mahcine",
    "Bent Over One Arm Row (Dumbbell)": "db row|one arm row|single arm db row|dumbbell rows|"
    "1 arm row|dumbell row",
    "Leg Press": "leg press|leg pr|legpress|leg pres|press leg|leg perss",
    "Front Squat (Barbell)": "front squat|front sq|fs|bb front squat|front squats|frnot squat",
    "Incline Curl (Dumbbell)": "incline curl|inc curl|incline db curl|incline bicep curl|"
    "db incline curls|inclien curl",
    "Lying Leg Curl (Machine)": "lying leg curl|lying ham curl|lying curl|prone leg curl|"
    "laying leg curl|leg curl lying",
    "Face Pull (Cable)": "face pull|facepull|face pulls|cable face pull|rope face pull|fcae pull",
    "Shoulder Press (Machine)": "machine shoulder press|shoulder press machine|shoulder mach|"
    "machine ohp|sholder press machine",
    "Chest Press (Machine)": "chest press|machine chest press|chest pr|machine press|chest pess|"
    "seated chest press",
    "Cable Crossover (Cable)": "cable fly|cable crossover|cable cross over|cable flys|"
    "cable chest fly|cable corssover",
    "Preacher Curl (Barbell)": "preacher|preacher curl|ez preacher|bb preacher|preecher curl|"
    "preachers",
    "Seated Calf Raise (Machine)": "seated calf|seated calf raise|calf raise seated|"
    "seated calves|seated calv|seated claf raise",
    "T Bar Row": "tbar|t bar|t-bar row|t bar rows|tbar row|tbr",
    "Reverse Fly (Dumbbell)": "rear delt fly|reverse fly|db reverse fly|rear delt raise|"
    "db rear delt|revers flye",
    "Chest Dip": "chest dip|chest dips|dip chest|chets dip|dips (chest)",
    "Triceps Rope Pushdown (Cable)": "rope pushdown|tricep rope|rope push down|"
    "tricep pushdown rope|rope pushdwon|rope tri",
    "Seated Row (Machine)": "machine row|seated row machine|row machine|machine seated row|"
    "machien row",
    "Triceps Extension (Dumbbell)": "db tricep extension|tricep extension db|overhead db tricep|"
    "french press|db overhead extension|dumbbell tri ext",
    "Cable Crunch": "cable crunch|cable crunches|rope crunch|kneeling crunch|crunch cable|"
    "cable cruch",
    "Bench Press - Close Grip (Barbell)": "cgbp|close grip bench|close grip|cg bench|"
    "bench close grip|colse grip bench",
    "Skullcrusher (Barbell)": "skull|skull crushers|skullcrusher|ez skull|skulcrusher|"
    "lying tricep ext",
    "Iso-Lateral Row (Machine)": "iso row|iso lateral row|hammer strength row|iso lat row|"
    "iso-lateral row|iso latteral row",
    "Preacher Curl (Machine)": "machine preacher|preacher machine|preacher curl machine|"
    "machine preacher curls|preacher mach",
    "Triceps Dip": "dips|dip|tricep dip|triceps dips|tricpe dip|parallel bar dips",
    "Pull Up (Assisted)": "assisted pull up|assisted pullups|pull up assisted|assist pull|"
    "asisted pull up|pullup mach",
    "Pull Up (Weighted)": "weighted pull up|weighted pullup|pull up weighted|weighted pul|"
    "wieghted pull ups",
    "Lat Pulldown (Machine)": "machine lat pulldown|lat pulldown machine|machine pulldown|"
    "lat pull mach|machine lat puldown",
    "Bicep Curl (Cable)": "cable curl|cable bicep curl|bicep curl cable|cable curls|cabel curl|"
    "curl cable",
    "Seated Overhead Press (Barbell)": "seated ohp|seated barbell press|seated military|"
    "seated overhead press|seated bb press|seated barbell ohp",
    "Reverse Fly (Cable)": "cable rear delt|cable reverse fly|rear delt cable|"
    "cable rear delt fly|reverse cable fly|cabel rear delt",
    "Push Up": "push up|pushup|push-ups|pushups|press up|psuh up",
    "Calf Press on Leg Press": "calf press|calf press on leg press|leg press calf|calf pres|"
    "claf press|leg press calf raises",
    "Sumo Deadlift (Barbell)": "sumo|sumo deadlift|sumo dl|sumo dead|sumo deadlfit",
    "Pendlay Row (Barbell)": "pendlay|pendlay row|pendley row|pendlay rows|pendaly|bb pendlay",
    "Straight Arm Pulldown (Cable)": "straight arm|straight arm pulldown|straight arm lat|"
    "straight arm pull down|straigth arm|cable straight arm",
    "Hip Abductor (Machine)": "hip abductor|abductor|hip abduction|abductor machine|abducter|"
    "outer thigh",
    "Shrug (Dumbbell)": "shrug|db shrug|shrugs|dumbbell shrugs|shurg|shrug db",
    "Overhead Press (Dumbbell)": "db ohp|overhead press dumbbell|dumbbell overhead press|"
    "standing db press|ohp db|overhead db",
    "Bent Over Row (Dumbbell)": "bent over db row|bent over row dumbbell|dumbbell bent over row|"
    "bent db row|two arm db row",
    "Lunge (Dumbbell)": "lunge|lunges|db lunge|dumbbell lunges|lugne|lunge db",
    "Standing Calf Raise (Machine)": "calf raise|calves|standing calf|calf raise machine|"
    "standing calf raise|caff raise",
    "Incline Chest Press (Machine)": "incline chest press|incline machine|machine incline press|"
    "inc chest press|incline press machine|inclne chest press",
    "Romanian Deadlift (Dumbbell)": "db rdl|dumbbell rdl|rdl db|romanian deadlift dumbbell|"
    "dumbbell romanian|romanain deadlift db",
    "Incline Bench Press (Smith Machine)": "smith incline|incline smith|smith inc|"
    "smith incline bench|smith machine incline press|simth incline",
    "Hip Adductor (Machine)": "hip adductor|adductor|hip adduction|adductor machine|inner thigh|"
    "aductor",
    "Bulgarian Split Squat (Dumbbell)": "bulgarian|bss|bulgarian split squat|bulgarians|"
    "bulg split|bulgarain",
    "Hanging Leg Raise": "hanging leg raise|hanging leg|leg raise hanging|hlr|hangin leg raises|"
    "hangign leg",
    "Hip Thrust (Barbell)": "hip thrust|hip thrusts|barbell hip thrust|bb hip thrust|hip trust|"
    "thrust hip",
    "Arnold Press (Dumbbell)": "arnold|arnold press|arnolds|db arnold|arnlod press|arnold db press",
    "Squat (Smith Machine)": "smith squat|smith sq|smith machine squat|squat smith|smith squats|"
    "smith skwat",
    "Hack Squat (Machine)": "hack|hack squat|hacksquat|hack squat machine|hack sq|hakc squat",
    "Bench Press (Smith Machine)": "smith bench|smith machine bench|bench smith|"
    "smith bench press|simth bench|smith flat bench",
    "Wrist Curl (Dumbbell)": "wrist curl|wrist curls|db wrist curl|wirst curl|wrist",
    "Concentration Curl (Dumbbell)": "concentration|conc curl|concentration curls|"
    "concentraton curl|conc",
    "Incline Row (Dumbbell)": "chest supported row|incline row|incline db row|"
    "chest supported db row|chest sup row|inclien row",
    "Lat Pulldown (Single Arm)": "single arm lat pulldown|one arm pulldown|single arm pulldown|"
    "lat pulldown single|1 arm lat pull|sa lat pulldown",
    "Front Raise (Dumbbell)": "front raise|front raises|db front raise|front delt raise|"
    "fornt raise|front rais",
    "Lateral Raise (Machine)": "machine lateral raise|lateral raise machine|machine lat raise|"
    "lat raise machine|machine latteral raise",
    "Chest Fly (Dumbbell)": "db fly|dumbbell fly|db flys|dumbbell chest fly|chest fly db|"
    "dumbell flyes",
    "Skullcrusher (Dumbbell)": "db skull|dumbbell skull crusher|skull crusher db|"
    "db skullcrushers|skullcrusher db",
    "Triceps Dip (Weighted)": "weighted dip|weighted dips|dips weighted|weighted tricep dip|"
    "wieghted dips",
    "Crunch (Machine)": "ab machine|crunch machine|machine crunch|ab crunch machine|machine cruch",
    "Snatch (Barbell)": "snatch|snatches|barbell snatch|snach|bb snatch|full snatch",
    "Preacher Curl (Dumbbell)": "db preacher|dumbbell preacher curl|preacher curl db|"
    "preacher db|db preecher curl|one arm preacher",
    "Bicep Curl (EZ Bar)": "ez curl|ez bar curl|ez bar|e-z bar curl|curl ez|ez bar bicep curl",
    "Triceps Kickback (Dumbbell)": "kickback|tricep kickback|kickbacks|kick back|db kickback|"
    "tricep kickbcak",
    "Back Extension": "back extension|back ext|hyperextension|hypers|back extention|hyper",
    "Hammer Curl (Cable)": "cable hammer|rope curl|cable hammer curl|rope hammer curl|"
    "hammer curl rope|hamer curl cable",
    "Lat Pulldown - Wide Grip (Cable)": "wide grip pulldown|wide grip lat pulldown|"
    "wide pulldown|wide lat|lat pulldown wide|wg pulldown",
    "Plank": "plank|planks|front plank|palnk|plnak",
    "Seated Leg Press (Machine)": "seated leg press|horizontal leg press|leg press seated|"
    "seated leg pr|seatde leg press",
    "Lat Pulldown - Close Grip (Cable)": "close grip pulldown|close grip lat|close lat pulldown|"
    "v bar pulldown|lat pulldown close|cg pulldown",
    "Sit Up": "sit up|situp|sit-ups|situps|sit upp",
    "Single Arm Triceps Pushdown (Cable)": "single arm pushdown|one arm pushdown|"
    "single arm tricep pushdown|1 arm pushdown|sa pushdown",
    "Bicep Curl (Machine)": "machine curl|machine bicep curl|bicep curl machine|bicep machine|"
    "machine curls",
    "Lying Leg Raise": "leg raise|lying leg raise|leg raises|floor leg raise|leg rasie",
}
"""Lift → what is typed for it, a bar between. No two lifts are meant equally by any of it."""

CASES = [(typed, name) for name, typings in TYPED.items() for typed in typings.split("|")]


@pytest.mark.parametrize(("typed", "name"), CASES)
def test_a_lift_as_people_type_it_comes_first(typed: str, name: str) -> None:
    assert rank(typed, GYM, {})[0].name == name


def test_every_name_and_alias_typed_out_comes_first() -> None:
    for exercise in GYM:
        for text in (exercise.name, exercise.name.upper(), *exercise.aliases):
            assert rank(text, GYM, {})[0] == exercise, text


@pytest.mark.parametrize("name", TYPED)
def test_a_lift_stays_in_sight_once_few_names_begin_as_typed(name: str) -> None:
    names = [joined(words_of(one.name)) for one in GYM]
    for end in range(1, len(name) + 1):
        letters = joined(words_of(name[:end]))
        if sum(one.startswith(letters) for one in names) <= 3:
            assert name in [one.name for one in rank(name[:end], GYM, {})[:3]], name[:end]


@given(st.sampled_from(sorted(TYPED)), st.randoms(use_true_random=False))
def test_the_words_of_a_name_may_come_in_any_order(name: str, chance: Random) -> None:
    words = list(words_of(name))
    chance.shuffle(words)
    assert rank(" ".join(words), GYM, {})[0].name == name
