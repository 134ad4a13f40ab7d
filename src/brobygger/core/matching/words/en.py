"""The matcher's words in English. Sentences come in pairs: as the company reads it, as the candidate reads it."""

from __future__ import annotations

OR, AND = "or", "and"

SENTENCES: dict[str, tuple[str, str]] = {
    # --- what matches ---------------------------------------------------------------------
    "skills.covered": (
        "The CV covers {covered} of the {asked} skills you ask for.",
        "Your CV covers {covered} of the {asked} skills the ad asks for.",
    ),
    "skills.partly": (
        "The CV covers {covered} of the {asked} skills you ask for, and comes close to {partly} more.",
        "Your CV covers {covered} of the {asked} skills the ad asks for, and comes close to {partly} more.",
    ),
    "link.same": (
        "{needed}: your ad says “{ad}”, the CV says “{cv}”.",
        "{needed}: the ad says “{ad}”, your CV says “{cv}”.",
    ),
    "link.narrower": (
        "{needed}: the CV shows {held} (“{cv}”), which is a kind of it. It counts for {percent}.",
        "{needed}: you have {held} (“{cv}”), which is a kind of it. It counts for {percent}.",
    ),
    "link.broader": (
        "{needed}: the CV shows only the broader {held} (“{cv}”). It counts for {percent}.",
        "{needed}: you have the broader {held} (“{cv}”). It counts for {percent}.",
    ),
    "link.essential": (
        "{needed}: the CV shows {held} (“{cv}”), which belongs closely to it. It counts for {percent}.",
        "{needed}: you have {held} (“{cv}”), which belongs closely to it. It counts for {percent}.",
    ),
    "link.sibling": (
        "{needed}: the CV shows the neighbouring skill {held} (“{cv}”). It counts for {percent}.",
        "{needed}: you have the neighbouring skill {held} (“{cv}”). It counts for {percent}.",
    ),
    "link.related": (
        "{needed}: the CV shows the related skill {held} (“{cv}”). It counts for {percent}.",
        "{needed}: you have the related skill {held} (“{cv}”). It counts for {percent}.",
    ),
    "link.craft": (
        "{needed}: the CV does not name it, but it goes with the occupation {held}. It counts for {percent}.",
        "{needed}: your CV does not name it, but it goes with the occupation {held}. It counts for {percent}.",
    ),
    "link.custom": (
        "{needed}: the CV does not name it, but it is common in the occupation {held}. It counts for {percent}.",
        "{needed}: your CV does not name it, but it is common in the occupation {held}. It counts for {percent}.",
    ),
    "skills.usual": (
        "Of what the occupation {occupation} usually takes beyond your ad, the CV shows {percent}.",
        "Of what the occupation {occupation} usually takes beyond the ad, your CV shows {percent}.",
    ),
    "occupation.same": (
        "The candidate's occupation is {held}, which is what you are looking for.",
        "Your occupation is {held}, which is what they are looking for.",
    ),
    "occupation.close": (
        "The candidate's occupation, {held}, is close to {asked} ({percent}).",
        "Your occupation, {held}, is close to {asked} ({percent}).",
    ),
    "field.same": (
        "The education is in the field you ask for.",
        "Your education is in the field they ask for.",
    ),
    "field.near": ("The education is in a neighbouring field.", "Your education is in a neighbouring field."),
    "level.met": (
        "The education level is {held}; you ask for {asked}.",
        "Your education level is {held}; they ask for {asked}.",
    ),
    "experience.met": (
        "The candidate has {held} of experience; you ask for {asked}.",
        "You have {held} of experience; they ask for {asked}.",
    ),
    "stage.student": (
        "The candidate is still studying when it begins.",
        "You are still studying when it begins (until {end}).",
    ),
    "stage.graduate": (
        "The candidate is new from an education, or soon will be.",
        "You are new from an education, or soon will be ({end}).",
    ),
    "markets.known": ("The candidate knows the market: {markets}.", "You know the market: {markets}."),
    "language.met": (
        "{language} at {held}; you need {needed}.",
        "Your {language} is at {held}; the job needs {needed}.",
    ),
    "language.advantage_met": (
        "{language} at {held}, which you call an advantage.",
        "Your {language} is at {held}, which they call an advantage.",
    ),
    "language.coffee_met": (
        "{language} at {held} is enough for the talk at the coffee table.",
        "Your {language} ({held}) is enough for the talk at the coffee table.",
    ),
    "work_right.held": (
        "The candidate may work in {country} without a new permit.",
        "You may work in {country} without a new permit.",
    ),
    "work_right.supported": (
        "You help with the work permit, so the candidate can be considered.",
        "The employer helps with the work permit.",
    ),
    "place.remote": (
        "All the work can be done remotely, which suits the candidate.",
        "You can do all the work remotely.",
    ),
    "place.same": ("The candidate lives in {place}.", "You live in {place}, where the work is."),
    "place.commute": (
        "The candidate lives about {minutes} from {place}.",
        "It is about {minutes} from your home to {place}.",
    ),
    "place.commute_border": (
        "The candidate lives about {minutes} from {place}, across the border.",
        "It is about {minutes} from your home to {place}, across the border.",
    ),
    "place.part_remote": (
        "It is about {minutes} to {place}, but with remote work the trips are few.",
        "It is about {minutes} to {place}, but with remote work your trips are few.",
    ),
    "place.move": ("The candidate is willing to move to {country}.", "You are willing to move to {country}."),
    "time.met": ("The candidate is free when the work starts.", "You are free when the work starts."),
    "time.late": (
        "The candidate is free {days} after the start, within what you can wait.",
        "You are free {days} after the start, within what they can wait.",
    ),
    "time.late_usual": (
        "The candidate is free {days} after the start, within the usual {wait}.",
        "You are free {days} after the start, within the usual {wait}.",
    ),
    "time.late_notice": (
        "The candidate is free {days} after the start, within a usual period of notice ({wait}).",
        "You are free {days} after the start, within a usual period of notice ({wait}).",
    ),
    "wishes.met": ("It suits what the candidate wishes: {wishes}.", "It suits what you wish: {wishes}."),
    # --- what is missing, without excluding -------------------------------------------------
    "skills.missing": ("Not found in the CV: {skills}.", "The ad also asks for: {skills}."),
    "skills.missing_advantage": (
        "Would be an advantage, but is not in the CV: {skills}.",
        "Would be an advantage: {skills}.",
    ),
    "occupation.far": (
        "The candidate comes from another occupation: {held}.",
        "They are looking for another occupation than yours: {asked}.",
    ),
    "field.far": (
        "The education is in another field.",
        "Your education is in another field than they ask for.",
    ),
    "level.below": (
        "The education level is {held}; you would like {asked}.",
        "Your education level is {held}; they would like {asked}.",
    ),
    "experience.below": (
        "The candidate has {held} of experience; you ask for {asked}.",
        "You have {held} of experience; they ask for {asked}.",
    ),
    "stage.student_past": (
        "It is meant for students; the candidate's education ends before it begins.",
        "It is meant for students; your education ended in {end}.",
    ),
    "stage.graduate_past": (
        "It is meant for new graduates; the candidate is one no longer.",
        "It is meant for new graduates; your education ended in {end}.",
    ),
    "stage.graduate_later": (
        "It is meant for new graduates; the candidate still studies for longer.",
        "It is meant for new graduates; you study until {end}.",
    ),
    "markets.other": (
        "The candidate knows other markets than yours.",
        "You know other markets than the ones in the ad.",
    ),
    "wishes.missed": ("The candidate wishes for something else.", "You wish for something else."),
    "language.nearly": (
        "{language} at {held} is one level below the {needed} you require.",
        "Your {language} is at {held}, one level below the {needed} that is required.",
    ),
    "language.neighbour_nearly": (
        "{other} at {own} counts as {held} in {language}, one level below the {needed} you require.",
        "Your {other} ({own}) counts as {held} in {language}, one level below the {needed} that is required.",
    ),
    "language.neighbour": (
        "{other} at {own} counts as {held} in {language}; you need {needed}.",
        "Your {other} ({own}) counts as {held} in {language}; the job needs {needed}.",
    ),
    "language.neighbour_welcome": (
        "{other} at {own} counts as {held} in {language}; {needed} is welcome.",
        "{other} at {own} counts as {held} in {language}; {needed} is welcome.",
    ),
    "language.advantage": (
        "{language} at {needed} would be an advantage.",
        "{language} at {needed} would be an advantage.",
    ),
    "language.coffee_missing": (
        "{language} at {needed} for the coffee table is missing.",
        "A little {language} ({needed}) for the coffee table would help.",
    ),
    # --- what cannot be told ----------------------------------------------------------------
    "unknown.parts": ("Could not be compared: {parts}.", "Could not be compared: {parts}."),
    "language.unstated": (
        "The CV does not say which languages the candidate speaks; you need {language} at {needed}.",
        "Your CV does not say which languages you speak; the job needs {language} at {needed}.",
    ),
    "language.variant": (
        "The CV has the language, but does not say if it is {language}.",
        "Your CV has the language, but does not say if it is {language}.",
    ),
    "language.unsure": (
        "It is not sure that you require {language}; the candidate does not show it at {needed}.",
        "It is not sure that {language} is required; your CV does not show it at {needed}.",
    ),
    "work_right.no_country": (
        "The ad does not say in which country the work is, so the right to work cannot be judged.",
        "The ad does not say in which country the work is, so your right to work cannot be judged.",
    ),
    "work_right.unstated": (
        "The candidate has not said whether a permit is needed for {country}.",
        "You have not said whether you need a permit for {country}.",
    ),
    "education.unstated": (
        "The CV does not show the education level; you require {asked}.",
        "Your CV does not show your education level; {asked} is required.",
    ),
    "start.unstated": (
        "The candidate has not said when they can start; you start on {start}.",
        "You have not said when you can start; the work starts on {start}.",
    ),
    "duration.unstated": (
        "The candidate can stay {stay}; the ad does not say how long the work lasts.",
        "You can stay {stay}; the ad does not say how long the work lasts.",
    ),
    "hours.unstated": (
        "The candidate would like {wished} a week; the ad gives no hours.",
        "You would like {wished} a week; the ad gives no hours.",
    ),
    "pay.unstated": (
        "The candidate has set a lowest pay; the ad gives no pay.",
        "You ask for at least {floor} a month; the ad gives no pay.",
    ),
    "pay.currency": (
        "The candidate has set a lowest pay in another currency than your {pay}: no exchange rate is set.",
        "You ask for {floor}, they offer {pay}: no exchange rate is set.",
    ),
    "kind.unstated": (
        "The ad does not say what kind of opportunity it is.",
        "The ad does not say what kind of opportunity it is.",
    ),
    "place.unstated": (
        "It is not known whether the candidate can get to the place.",
        "Tell where you live, or whether you work remotely, to see if the place is within reach.",
    ),
    "place.unnamed": (
        "The ad names no place, so it is not known whether the candidate can get there.",
        "The ad names no place, so it is not known whether you can get there.",
    ),
    "place.move_unstated": (
        "The place is not within daily reach, and it is not known whether the candidate would move.",
        "The place is not within your daily reach. Tell whether you would move to {country}.",
    ),
    "place.remote_unstated": (
        "It is not known whether the candidate would work remotely, which would bring the place within reach.",
        "Tell whether you would work remotely, to see if the place is within reach.",
    ),
    # --- what excludes ----------------------------------------------------------------------
    "language.below": (
        "{language} at {held} is below the {needed} you require.",
        "Your {language} is at {held}; {needed} is required.",
    ),
    "language.neighbour_below": (
        "{other} at {own} counts as {held} in {language}, below the {needed} you require.",
        "Your {other} ({own}) counts as {held} in {language}; {needed} is required.",
    ),
    "language.missing": (
        "The candidate does not have {language}; you require {needed}.",
        "{language} at {needed} is required, and it is not in your CV.",
    ),
    "work_right.only": (
        "You accept only people who already may work in {country}.",
        "They accept only people who already may work in {country}.",
    ),
    "work_right.missing": (
        "The candidate needs a work permit for {country}, and the ad offers no help with one.",
        "You need a work permit for {country}, and the ad offers no help with one.",
    ),
    "education.below": (
        "The education level is {held}; you require {asked}.",
        "Your education level is {held}; {asked} is required.",
    ),
    "start.late": (
        "The candidate is free on {available}, {days} after the start.",
        "You are free on {available}, {days} after the start.",
    ),
    "duration.permanent": (
        "The position is permanent; the candidate can stay {stay}.",
        "The position is permanent; you can stay {stay}.",
    ),
    "duration.short": (
        "The work lasts {months}; the candidate can stay {stay}.",
        "The work lasts {months}; you can stay {stay}.",
    ),
    "hours.too_many": (
        "You offer {offered} a week; the candidate would like {wished}.",
        "They offer {offered} a week; you would like {wished}.",
    ),
    "hours.too_few": (
        "You offer only {offered} a week; the candidate would like {wished}.",
        "They offer only {offered} a week; you would like {wished}.",
    ),
    "pay.below": (
        "You offer {pay} a month; the candidate asks for more.",
        "They offer {pay} a month; you ask for at least {floor}.",
    ),
    "kind.other": (
        "The candidate is looking for something other than {kind}.",
        "It is {kind}, which is not among the kinds you look for.",
    ),
    "place.border": (
        "The candidate lives within reach of {place}, but across the border.",
        "{place} is within your reach, but across the border.",
    ),
    "place.too_far": (
        "It is about {minutes} to {place}; the candidate accepts {limit} and does not wish to move to {country}.",
        "It is about {minutes} to {place}; you accept {limit} and have not said that you would move to {country}.",
    ),
    "place.no_way": (
        "There is no daily way to {place} from where the candidate lives.",
        "There is no daily way to {place} from where you live.",
    ),
    "market.missing": (
        "The candidate has not declared to know the market: {markets}.",
        "You have not declared to know the market: {markets}.",
    ),
}

# Whom a rule excluded, for the company: (one candidate, several).
COUNTS: dict[str, tuple[str, str]] = {
    "language": (
        "{count} candidate lacks the {language} you require.",
        "{count} candidates lack the {language} you require.",
    ),
    "work_right": (
        "{count} candidate would need a work permit.",
        "{count} candidates would need a work permit.",
    ),
    "education": (
        "{count} candidate is below the education level.",
        "{count} candidates are below the education level.",
    ),
    "start": ("{count} candidate is free too late.", "{count} candidates are free too late."),
    "duration": ("{count} candidate cannot stay long enough.", "{count} candidates cannot stay long enough."),
    "hours": ("{count} candidate would like other hours.", "{count} candidates would like other hours."),
    "pay": ("{count} candidate asks for more pay.", "{count} candidates ask for more pay."),
    "kind": (
        "{count} candidate is looking for another kind of opportunity.",
        "{count} candidates are looking for another kind of opportunity.",
    ),
    "place": ("{count} candidate cannot get to the place.", "{count} candidates cannot get to the place."),
    "market": ("{count} candidate does not know the market.", "{count} candidates do not know the market."),
}

CHIPS: dict[str, str] = {
    "skills.covered": "{covered} of {asked} skills",
    "skills.partly": "{covered} of {asked} skills",
    "language.met": "{language} {held}",
    "language.advantage_met": "Advantage: {language}",
    "language.coffee_met": "Coffee-table {language}",
    "language.nearly": "{language} {held}, not {needed}",
    "language.neighbour_nearly": "{language} {held}, not {needed}",
    "language.neighbour": "{other} counts as {language}",
    "language.neighbour_welcome": "{other} counts as {language}",
    "occupation.same": "Same occupation",
    "occupation.close": "Related occupation",
    "field.same": "Right field",
    "field.near": "Neighbouring field",
    "level.met": "{held}",
    "experience.met": "{held} of experience",
    "stage.student": "Still studying",
    "stage.graduate": "New graduate",
    "markets.known": "Knows {markets}",
    "place.remote": "Works remotely",
    "place.same": "Lives in {place}",
    "place.commute": "{minutes} away",
    "place.commute_border": "{minutes}, across the border",
    "place.part_remote": "Few trips",
    "place.move": "Would move",
    "place.move_unstated": "Would have to move",
    "time.met": "Free at the start",
    "time.late": "Free {days} later",
    "time.late_usual": "Free {days} later",
    "time.late_notice": "Free {days} later",
    "work_right.supported": "Permit with help",
    "language.below": "{language} below {needed}",
    "language.neighbour_below": "{language} below {needed}",
    "language.missing": "No {language}",
    "work_right.only": "No work right",
    "work_right.missing": "Permit needed",
    "education.below": "Level too low",
    "start.late": "Free too late",
    "duration.permanent": "Position is permanent",
    "duration.short": "Stay too short",
    "hours.too_many": "Too many hours",
    "hours.too_few": "Too few hours",
    "pay.below": "Pay too low",
    "kind.other": "Another kind",
    "place.border": "Border in between",
    "place.too_far": "Too far away",
    "place.no_way": "No daily way",
    "market.missing": "Market not known",
}

NAMES: dict[str, str] = {
    "part.skills": "skills",
    "part.occupation": "occupation",
    "part.field": "field of education",
    "part.level": "education level",
    "part.experience": "experience",
    "part.stage": "stage of studies",
    "part.languages": "languages",
    "part.markets": "markets",
    "part.place": "place",
    "part.time": "start",
    "part.wishes": "wishes",
    "rule.language": "language",
    "rule.work_right": "work permit",
    "rule.education": "education level",
    "rule.start": "start",
    "rule.duration": "length",
    "rule.hours": "hours",
    "rule.pay": "pay",
    "rule.kind": "kind of opportunity",
    "rule.place": "place",
    "rule.market": "market",
    "wish.occupation": "occupation",
    "wish.kind": "kind of opportunity",
    "wish.pay": "pay",
    "dial.none": "As it is",
    "dial.language": "{language} at {level}",
    "dial.coffee": "{language} for the coffee table only",
    "dial.advantage": "{language} as an advantage",
    "dial.start_later": "Start {months} later",
    "dial.start_earlier": "Start {months} earlier",
    "dial.border_open": "Count commutes over the border",
    "dial.border_closed": "Leave out commutes over the border",
    "dial.neighbours_count": "Count Danish, Norwegian and Swedish for each other",
    "dial.neighbours_apart": "Do not count Danish, Norwegian and Swedish for each other",
    "dial.remote": "{percent} remote work",
    "dial.pay": "{percent} more pay",
    "dial.education": "Education level as an advantage",
    "dial.permit": "Help with the work permit",
    "step.skill": "Learn {skill}",
    "step.language": "Reach {level} in {language}",
    "step.commute": "Accept {minutes} to work",
    "step.move": "Be willing to move to {country}",
    "step.start": "Be free {months} earlier",
    "step.remote": "Accept remote work",
    "kind.internship": "an internship",
    "kind.thesis": "a thesis",
    "kind.project": "a project",
    "kind.student_job": "a student job",
    "kind.graduate_job": "a graduate job",
    "kind.job": "a job",
    "kind.research": "a research position",
    "kind.teaching": "a teaching position",
    "kind.apprenticeship": "an apprenticeship",
    "language.nb": "Norwegian",
    "language.pt-BR": "Brazilian Portuguese",
    "language.scandinavian": "a Scandinavian language",
    "language.dsl": "Danish Sign Language",
    "language.fit": "Meänkieli",
    "language.fkv": "Kven",
    "language.jam": "Jamaican Creole",
    "language.ltg": "Latgalian",
    "language.mnk": "Mandinka",
    "language.nsl": "Norwegian Sign Language",
    "language.rif": "Tarifit",
    "language.sgn": "sign language",
    "language.sju": "Ume Sami",
    "language.swl": "Swedish Sign Language",
    "language.tcy": "Tulu",
    "eqf.1": "basic school (EQF 1)",
    "eqf.2": "compulsory school (EQF 2)",
    "eqf.3": "basic vocational training (EQF 3)",
    "eqf.4": "upper secondary or vocational (EQF 4)",
    "eqf.5": "short higher education (EQF 5)",
    "eqf.6": "bachelor's level (EQF 6)",
    "eqf.7": "master's level (EQF 7)",
    "eqf.8": "PhD level (EQF 8)",
    "day.one": "{number} day",
    "day.other": "{number} days",
    "percent": "{number}%",
    "range": "{least}–{most}",
}
