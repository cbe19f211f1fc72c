"""Mastodon.py, the client of another house: bob, who meets alice at the Lesser instance."""

import os
import sys

from mastodon import Mastodon, MastodonNotFoundError, MastodonUnauthorizedError

URL = os.environ["URL"]
STATUS = os.environ["STATUS"]

bob = Mastodon(access_token=os.environ["TOKEN"], api_base_url=URL, ratelimit_method="throw")


def step(what, holds):
    """Prints the line of a step; one that does not hold ends the script."""
    print(f"  {'ok   ' if holds else 'FAIL '} Mastodon.py: {what}", flush=True)
    if not holds:
        sys.exit(1)


def raises(kind, call):
    try:
        call()
    except kind:
        return True
    return False


def types(notifications):
    return [notification.type for notification in notifications]


def first():
    step("is bob", bob.me().username == "bob")
    step("knows the version", bob.retrieve_mastodon_version() == "4.2.0")
    stranger = Mastodon(access_token="x", api_base_url=URL)
    step("is refused with a wrong token", raises(MastodonUnauthorizedError, stranger.me))
    step("is notified of a mention and a follow", types(bob.notifications()) == ["follow", "mention"])
    step("asks for one type", types(bob.notifications(types=["mention"])) == ["mention"])

    alice = bob.account_lookup("alice")
    step("follows", bob.account_follow(alice.id).following)
    step("tells relationships", bob.account_relationships([alice.id])[0].followed_by)
    step("lists followers", [a.acct for a in bob.account_followers(alice.id)] == ["bob"])
    step("reads the home timeline", str(bob.timeline_home()[0].id) == STATUS)
    step("reads the local timeline", len(bob.timeline_local()) == 1)

    step("boosts", str(bob.status_reblog(STATUS).reblog.id) == STATUS)
    step("likes", bob.status_favourite(STATUS).favourites_count == 1)
    draft = {"in_reply_to_id": STATUS, "idempotency_key": "once", "visibility": "unlisted"}
    reply = bob.status_post("@alice Hello from Mastodon.py", **draft)
    again = bob.status_post("@alice Hello from Mastodon.py", **draft)
    step("posts once for a key", reply.id == again.id and reply.visibility == "unlisted")
    step("reads a thread", [s.id for s in bob.status_context(STATUS).descendants] == [reply.id])

    step("searches statuses", len(bob.search_v2("calm").statuses) == 1)
    step("searches accounts", [a.acct for a in bob.account_search("alice")] == ["alice"])
    step("changes the profile", bob.account_update_credentials(note="A & B").source.note == "A & B")
    for number in range(3):
        bob.status_post(f"number {number}", visibility="private")
    newest = bob.account_statuses(bob.me().id, limit=2)
    older = bob.fetch_next(newest)
    step("reads page by page", [s.content for s in newest + older[:1]] == [
        f"<p>number {number}</p>" for number in (2, 1, 0)])
    step("reads a page back", [s.id for s in bob.fetch_previous(older)] == [s.id for s in newest])
    step("deletes", str(bob.status_delete(newest[0].id).id) == str(newest[0].id))
    step("finds it gone", raises(MastodonNotFoundError, lambda: bob.status(newest[0].id)))


def second():
    kinds = types(bob.notifications())
    step("has the notifications of before", kinds == ["favourite", "reblog", "mention"])
    step("has the profile of before", bob.me().source.note == "A & B")
    step("reads the home timeline of before", STATUS in [str(s.id) for s in bob.timeline_home()])
    step("is followed no more", bob.account_followers(bob.me().id) == [])


{"first": first, "second": second}[os.environ["PHASE"]]()
