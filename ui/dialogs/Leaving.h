#pragma once

#include <functional>

class QString;
class QWidget;

namespace foretrail {

class AppSession;

/// Before a workspace is left: asks where something would be lost, once, and goes ahead at once where nothing would.
/// `go` is called while `parent` lives.
namespace Leaving {

/// For the workspace at `path`; empty: for one that is yet to be made.
void workspace(AppSession &session, QWidget *parent, const QString &path, std::function<void()> go);
/// True: the window can close now. Otherwise `go` is called when the person says so.
bool canClose(AppSession &session, QWidget *window, std::function<void()> go);

} // namespace Leaving
} // namespace foretrail
